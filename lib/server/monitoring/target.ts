import { assertNever } from '@/lib/core/assert-never';
import { spanWords } from '@/lib/core/span-words';
import type { MonitorConfig } from '@/lib/protocol/monitor';

/** What a monitor looks at, for people. Never a secret: queries of addresses can hold some and are left out. `intervalMs`: how often heartbeats come. */
export function targetOf(config: MonitorConfig, intervalMs: number): string {
  switch (config.kind) {
    case 'http':
      return config.url.replace(/[?#].*$/s, '');
    case 'tcp':
      return `${config.host}:${config.port}`;
    case 'dns':
      return config.record === 'ADDRESS' ? config.name : `${config.name} ${config.record}`;
    case 'tls':
      return `${config.host}:${config.port}, certificate`;
    case 'push':
      return config.schedule ? `heartbeats by ${config.schedule.cron} (${config.schedule.timeZone})` : `heartbeats every ${spanWords(intervalMs)}`;
    case 'postgres':
      return 'PostgreSQL';
    case 'redis':
      return 'Redis';
    case 'stream':
      return 'a tick sent and heard';
    case 'system':
      return 'the machine that looks';
    default:
      return assertNever(config);
  }
}
