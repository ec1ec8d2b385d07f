import { describe, expect, it } from 'vitest';
import { createTally } from './tally';

const SENT = '2026-11-20T19:00:00.000Z';
const event = (index: number) => `id: a.1-${index}\nevent: test.broadcast\ndata: {"data":{"id":"x","label":"bench-${index}","sentAt":"${SENT}","sentBy":"A"}}\n\n`;
const take = (...pieces: string[]) => {
  const latencies: number[] = [];
  const tally = createTally((ms) => latencies.push(ms));
  for (const piece of pieces) tally.take(piece, Date.parse(SENT) + 5);
  return { got: tally.got, doubled: tally.doubled, missing: tally.missing, latencies };
};

describe('the tally', () => {
  it('counts what came in order, with its latency', () => {
    expect(take(event(0) + event(1), event(2))).toEqual({ got: 3, doubled: 0, missing: 0, latencies: [5, 5, 5] });
  });

  it('counts an event once however the stream is cut', () => {
    const text = event(0) + event(1);
    for (let cut = 1; cut < text.length; cut += 1) {
      expect(take(text.slice(0, cut), text.slice(cut))).toMatchObject({ got: 2, doubled: 0, missing: 0 });
    }
  });

  it('tells what is missing and what came twice or too late', () => {
    expect(take(event(0), event(2), event(1), event(2))).toMatchObject({ got: 3, doubled: 2, missing: 1 });
  });
});
