import type { Monitor } from '@/lib/protocol/monitor';

/** What a monitor looks at, in a line. */
export function targetWords({ config, hasSecret }: Pick<Monitor, 'config' | 'hasSecret'>): string {
  switch (config.kind) {
    case 'http':
      return config.url;
    case 'tcp':
    case 'tls':
      return `${config.host}:${config.port}`;
    case 'dns':
      return config.record === 'ADDRESS' ? config.name : `${config.name} ${config.record}`;
    case 'push':
      return 'waits to be called';
    case 'postgres':
    case 'redis':
      return hasSecret ? 'by its connection string' : 'Watchroom’s own';
    case 'stream':
      return 'Watchroom’s own';
    case 'system':
      return 'disk and memory';
  }
}
