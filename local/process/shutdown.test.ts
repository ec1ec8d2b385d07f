import { describe, expect, it } from 'vitest';
import { createShutdown } from './shutdown';

describe('the shutdown', () => {
  it('ends what was begun last first, once, and goes on after a failure', async () => {
    const order: string[] = [];
    const lines: string[] = [];
    const shutdown = createShutdown((line) => lines.push(line));
    shutdown.add(() => void order.push('database'));
    shutdown.add(() => Promise.reject(new Error('Redis does not end.')));
    shutdown.add(() => void order.push('web'));
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(order).toEqual(['web', 'database']);
    expect(lines).toEqual(['Redis does not end.']);
  });

  it('ends also what was begun while it ran', async () => {
    const order: string[] = [];
    const shutdown = createShutdown(() => undefined);
    shutdown.add(async () => {
      await Promise.resolve();
      order.push('early');
    });
    const done = shutdown.run();
    shutdown.add(() => void order.push('late'));
    await done;
    await shutdown.run();
    expect(order).toEqual(['early', 'late']);
  });
});
