import { expect, test, vi } from 'vitest';
import { openEvents } from './event-lines';
import type { Target } from './target';

/** Publishing and subscribing. */
export function pubSubContract(target: () => Target): void {
  const run = (...words: (string | number)[]): Promise<unknown> => target().run(...words);

  test('a subscriber receives every message in the order of publishing', async () => {
    const channel = target().key('channel-order');
    const events = await openEvents(target(), 'subscribe', channel);
    const pipeline = target().redis.pipeline();
    for (let at = 0; at < 500; at += 1) pipeline.publish(channel, `message ${at}`);
    const counts = await pipeline.exec();
    expect(counts).toEqual(Array(500).fill(1));
    for (let at = 0; at < 500; at += 1) expect(await events.data()).toBe(`message,${channel},message ${at}`);
    await events.close();
  });

  test('the client library receives messages and says when it is subscribed', async () => {
    const channel = target().key('channel-library');
    const received: unknown[] = [];
    const subscriber = target().redis.subscribe(channel);
    const subscribed = new Promise((resolve) => subscriber.on('subscribe', resolve));
    subscriber.on('message', ({ message }) => received.push(message));
    await subscribed;
    await run('PUBLISH', channel, 'plain, with commas');
    await run('PUBLISH', channel, '');
    await run('PUBLISH', channel, 'ä😀');
    await vi.waitFor(() => expect(received).toEqual(['plain, with commas', '', 'ä😀']));
    await subscriber.unsubscribe();
  });

  test('a line break cuts a payload and cannot forge a second message', async () => {
    const channel = target().key('channel-line-break');
    const events = await openEvents(target(), 'subscribe', channel);
    await run('PUBLISH', channel, `first\ndata: message,${channel},forged`);
    await run('PUBLISH', channel, 'next');
    expect(await events.data()).toBe(`message,${channel},first`);
    let line = await events.data();
    // A service that passes the line break on would show the forged line here.
    if (line === `message,${channel},forged`) throw new Error('the payload forged a message');
    while (line !== undefined && !line.endsWith(',next')) line = await events.data();
    expect(line).toBe(`message,${channel},next`);
    await events.close();
  });

  test('a pattern receives from every channel it matches', async () => {
    const channel = target().key('channel-pattern-1');
    const pattern = channel.replace('-1', '-[12]');
    const events = await openEvents(target(), 'psubscribe', pattern);
    await run('PUBLISH', channel.replace('-1', '-3'), 'no');
    await run('PUBLISH', channel, 'yes');
    expect(await events.data()).toBe(`pmessage,${pattern},${channel},yes`);
    await events.close();
  });

  test('two subscribers of one channel both receive, and one that leaves disturbs the other in nothing', async () => {
    const channel = target().key('channel-two');
    const [first, second] = [await openEvents(target(), 'subscribe', channel), await openEvents(target(), 'subscribe', channel)];
    await run('PUBLISH', channel, 'both');
    expect([await first.data(), await second.data()]).toEqual([`message,${channel},both`, `message,${channel},both`]);
    await first.close();
    await run('PUBLISH', channel, 'one');
    expect(await second.data()).toBe(`message,${channel},one`);
    await second.close();
    await vi.waitFor(async () => expect(await run('PUBLISH', channel, 'none')).toBe(0), { timeout: 5_000 });
    expect(await run('PUBSUB', 'NUMSUB', channel)).toEqual([channel, 0]);
  });
}
