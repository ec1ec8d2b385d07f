import { expect, it } from 'vitest';
import { useParts } from '@/testing/use-parts';

useParts();

it('one user may send ten test broadcasts a minute, others theirs, and whatever else is asked goes on (A9)', async () => {
  const { countRequest } = await import('./rate-limit');
  for (let i = 0; i < 10; i += 1) await countRequest('testBroadcast', 'anna');
  await expect(countRequest('testBroadcast', 'anna')).rejects.toMatchObject({ code: 'too_many_requests', message: expect.stringMatching(/test broadcasts.*Try again in \d+ s/) as string });
  await countRequest('testBroadcast', 'bob');
  await countRequest('write', 'anna');
});
