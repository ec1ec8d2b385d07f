import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Cursor } from '@/lib/protocol/cursor';
import { eventually } from '@/testing/eventually';
import { useParts } from '@/testing/use-parts';

describe('a read that many ask for at once (R21)', () => {
  useParts();
  const cursor = (place: number) => `epoch.${place}-0` as Cursor;
  const schema = z.object({ n: z.number() });

  /** What another process is: modules of its own, but the same Redis. */
  async function asOneProcess() {
    const { sharedRead } = await import('./shared-read');
    return sharedRead;
  }
  const forgetOwn = () => delete (globalThis as { watchroomSharedReads?: unknown }).watchroomSharedReads;

  it('is done once for fifty, and once more when the board has moved on', async () => {
    const sharedRead = await asOneProcess();
    let reads = 0;
    const ask = (place: number) => sharedRead({ name: 'fifty', cursor: cursor(place), schema, read: async () => ({ n: (reads += 1) }) });
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(1)));
    expect(new Set(answers.map(({ n }) => n))).toEqual(new Set([1]));
    expect(await ask(2)).toEqual({ n: 2 });
    expect(reads).toBe(2);
  });

  it('is done once over instances, and shared with those that come within the window', async () => {
    const sharedRead = await asOneProcess();
    let reads = 0;
    let finish: (() => void) | undefined;
    const read = () => new Promise<{ n: number }>((resolve) => {
      reads += 1;
      finish = () => resolve({ n: 7 });
    });
    const first = sharedRead({ name: 'instances', cursor: cursor(1), schema, read });
    await eventually('the read', () => reads === 1);
    forgetOwn();
    const second = sharedRead({ name: 'instances', cursor: cursor(1), schema, read });
    finish?.();
    expect(await Promise.all([first, second])).toEqual([{ n: 7 }, { n: 7 }]);
    forgetOwn();
    expect(await sharedRead({ name: 'instances', cursor: cursor(1), schema, read })).toEqual({ n: 7 });
    expect(reads).toBe(1);
  });

  it('is never shared between different questions, nor when the place is not known', async () => {
    const sharedRead = await asOneProcess();
    const ask = (name: string, at: Cursor | null, n: number) => sharedRead({ name, cursor: at, schema, read: async () => ({ n }) });
    expect(await Promise.all([ask('one', cursor(1), 1), ask('two', cursor(1), 2), ask('one', null, 3), ask('one', null, 4)])).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  });

  it('that fails fails for all who waited for it, and the next is tried afresh', async () => {
    const sharedRead = await asOneProcess();
    let reads = 0;
    const read = async () => {
      reads += 1;
      if (reads === 1) throw new Error('the database is away');
      return { n: reads };
    };
    const ask = () => sharedRead({ name: 'fails', cursor: cursor(1), schema, read });
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask()).toEqual({ n: 2 });
  });
});
