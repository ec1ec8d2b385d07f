import { type ConfigOf, type MonitorConfig, monitorConfigSchema } from '@/lib/protocol/monitor';

/** A config as the API would take it, with its defaults. */
export function configOf<K extends MonitorConfig['kind']>(kind: K, rest: Record<string, unknown> = {}): ConfigOf<K> {
  return monitorConfigSchema.parse({ kind, ...rest }) as ConfigOf<K>;
}

/** A signal that nobody aborts. */
export function calm(): AbortSignal {
  return new AbortController().signal;
}
