import { describe, expect, it } from 'vitest';
import { keepRunning } from './keep-running';
import type { Part } from './part';

/** A part that ends when told, and whose start can be made to fail. */
function fakePart() {
  let end: (how: string) => void = () => undefined;
  let exited = new Promise<string>((resolve) => (end = resolve));
  const state = { starts: 0, failures: 0 };
  const part: Part = {
    name: 'the radio',
    logFile: '/logs/radio.log',
    exited: () => exited,
    async start() {
      state.starts += 1;
      if (state.failures-- > 0) throw new Error('no current');
      exited = new Promise<string>((resolve) => (end = resolve));
    },
    stop: async () => end('stopped'),
  };
  return { part, state, end: (how: string) => end(how) };
}

/** Lets every promise that can settle do so. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('keeping a part running', () => {
  it('starts it again with growing pauses and says so in one line each time', async () => {
    const { part, state, end } = fakePart();
    const lines: string[] = [];
    const pauses: number[] = [];
    const stop = keepRunning(part, { log: (line) => lines.push(line), pause: async (ms) => void pauses.push(ms), now: () => 0 });
    for (let i = 0; i < 7; i += 1) {
      end('ended with code 1');
      await settle();
    }
    expect(state.starts).toBe(7);
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    expect(lines[0]).toBe('The radio stopped unexpectedly (ended with code 1) and is started again. Its log is /logs/radio.log.');
    await stop();
  });

  it('begins with a short pause again after it ran for a while', async () => {
    const { part, end } = fakePart();
    const pauses: number[] = [];
    let time = 0;
    const stop = keepRunning(part, { log: () => undefined, pause: async (ms) => void pauses.push(ms), now: () => time });
    end('x');
    await settle();
    time += 120_000;
    end('x');
    await settle();
    expect(pauses).toEqual([500, 500]);
    await stop();
  });

  it('tries on when a start fails', async () => {
    const { part, state, end } = fakePart();
    state.failures = 2;
    const lines: string[] = [];
    const stop = keepRunning(part, { log: (line) => lines.push(line), pause: async () => undefined, now: () => 0 });
    end('x');
    await settle();
    expect(state.starts).toBe(3);
    expect(lines[1]).toMatch(/did not start and is tried again: no current/);
    await stop();
  });

  it('lets it rest once the watch was ended', async () => {
    const { part, state, end } = fakePart();
    const stop = keepRunning(part, { log: () => undefined, pause: async () => undefined, now: () => 0 });
    await stop();
    end('stopped on purpose');
    await settle();
    expect(state.starts).toBe(0);
  });

  it('ends the watch only when a start under way is over', async () => {
    const { part, end } = fakePart();
    let finish = () => undefined as void;
    part.start = () => new Promise<void>((resolve) => (finish = resolve));
    const stop = keepRunning(part, { log: () => undefined, pause: async () => undefined, now: () => 0 });
    end('x');
    await settle();
    const order: string[] = [];
    const stopped = stop().then(() => order.push('stopped'));
    await settle();
    order.push('finished');
    finish();
    await stopped;
    expect(order).toEqual(['finished', 'stopped']);
  });
});
