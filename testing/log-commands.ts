import Redis from 'ioredis';

/** Commands that read the event log. */
const READS = ['xrange', 'xrevrange'];

/** How often a real Redis was asked to read a stream so far (INFO commandstats). */
export async function countLogReads(redisUrl: string): Promise<number> {
  const redis = new Redis(redisUrl);
  try {
    const stats = await redis.info('commandstats');
    const calls = [...stats.matchAll(/^cmdstat_(\w+):calls=(\d+)/gm)];
    return calls.reduce((sum, [, name = '', count]) => (READS.includes(name) ? sum + Number(count) : sum), 0);
  } finally {
    redis.disconnect();
  }
}
