import { describe, expect, it } from 'vitest';
import { formatCursor, type StreamId } from '@/lib/protocol/cursor';
import { judgeClient, judgeLog, type Step } from './judge';
import type { LoggedEvent } from './truth';

const truth: LoggedEvent[] = [1, 2, 3, 4].map((n) => ({ eventId: `e${n}`, streamId: `${n}-0` as StreamId, word: `w${n}`, flashId: null }));
const events = (...ids: number[]): Step[] => ids.map((n) => ({ eventId: `e${n}` }));
const words = (missing: readonly LoggedEvent[]) => missing.map(({ word }) => word);

describe('the judge of a client', () => {
  it('finds nothing wrong with everything once and in order', () => {
    expect(judgeClient(truth, events(1, 2, 3, 4))).toEqual({ delivered: 4, doubled: 0, disordered: 0, lost: [], excused: [] });
  });

  it('sees what is lost, at the end as well', () => {
    expect(words(judgeClient(truth, events(1, 3)).lost)).toEqual(['w2', 'w4']);
  });

  it('sees what came twice, and what came too late', () => {
    expect(judgeClient(truth, events(1, 2, 2, 3, 4))).toMatchObject({ doubled: 1, disordered: 0 });
    expect(judgeClient(truth, events(1, 3, 2, 4))).toMatchObject({ doubled: 0, disordered: 1, lost: [] });
  });

  it('excuses what lies before the place of a reset, and nothing after it', () => {
    const { lost, excused } = judgeClient(truth, [...events(1), { resetAt: formatCursor('other', '2-0') }, ...events(4)]);
    expect([words(excused), words(lost)]).toEqual([['w2'], ['w3']]);
  });
});

describe('the judge of the log', () => {
  const sent = (line: string, ...numbers: number[]) => numbers.map((n) => ({ line, word: `w${n}`, id: `e${n}` }));

  it('sees what was taken and is not there', () => {
    expect(judgeLog(truth, sent('a', 1, 5)).missing.map(({ word }) => word)).toEqual(['w5']);
  });

  it('demands the order of sending within a line only', () => {
    expect(judgeLog(truth, [...sent('a', 2, 4), ...sent('b', 1, 3)]).disordered).toEqual([]);
    expect(judgeLog(truth, sent('a', 4, 2)).disordered.map(({ word }) => word)).toEqual(['w2']);
  });
});
