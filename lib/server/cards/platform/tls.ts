import 'server-only';
import { defineCard } from '../define';
import { checksHeadline } from '../pieces/checks-headline';
import { hostsOfSettings } from './hosts-of-settings';
import { tlsCheck } from './tls-check';

/** Whether the ways to the servers that Watchroom depends on are encrypted, and for how long. */
export const encryption = defineCard({
  key: 'tls',
  tab: 'platform',
  title: 'Encryption',
  about: 'Each server that the settings name: whether the way there is encrypted, and until when its certificate is valid. Three weeks before its end it is a warning.',
  view: 'checks',
  ttlMs: 3_600_000,
  permission: 'metrics.read',
  watches: [],
  async compute({ now, signal }) {
    const checks = await Promise.all(hostsOfSettings(process.env).map((endpoint) => tlsCheck(endpoint, { now: now.getTime(), signal })));
    return { headline: checksHeadline(checks, 'connections'), checks, empty: 'No setting names a server.' };
  },
});
