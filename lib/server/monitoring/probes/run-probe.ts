import 'server-only';
import { assertNever } from '@/lib/core/assert-never';
import type { MonitorConfig } from '@/lib/protocol/monitor';
import { probeDns } from './dns';
import { errorWords } from './error-words';
import { probeHttp } from './http';
import { failure, type Look, warning, well } from './look';
import { probePostgres } from './postgres';
import { probeRedis } from './redis';
import { probeSystem } from './system';
import { probeTcp } from './tcp';
import { probeTls } from './tls';

/** What to look at. `secret`: a connection string, null for Watchroom's own; `warnLatencyMs` null: never too slow. */
export interface ProbeTarget {
  readonly config: MonitorConfig;
  readonly secret: string | null;
  readonly timeoutMs: number;
  readonly warnLatencyMs: number | null;
}

/** Watchroom's own parts: each resolves when the part has answered, and rejects when it does not. */
export interface OwnParts {
  readonly database: () => Promise<unknown>;
  readonly redis: () => Promise<unknown>;
  readonly stream: (signal: AbortSignal) => Promise<Look | null>;
}

export interface ProbeOptions {
  /** Where Watchroom itself answers, as `http://127.0.0.1:3000`. */
  readonly ownOrigin: string;
  readonly own: OwnParts;
}

/**
 * Looks once, by the kind of the monitor. Ends at the time-out at the latest, even when a probe does not heed it, and
 * never rejects: whatever goes wrong is a failure, in words. Null: there is nothing to look at.
 */
export async function runProbe(what: ProbeTarget, options: ProbeOptions): Promise<Look | null> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Look>((resolve) => {
    timer = setTimeout(() => resolve(failure(`No answer within ${what.timeoutMs / 1_000} s.`)), what.timeoutMs);
  });
  const looked = look(what, options, ending.signal).catch((error: unknown) => failure(errorWords(error)));
  try {
    return tooSlow(await Promise.race([looked, late]), what.warnLatencyMs);
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

async function look({ config, secret }: ProbeTarget, { ownOrigin, own }: ProbeOptions, signal: AbortSignal): Promise<Look | null> {
  switch (config.kind) {
    case 'http': return probeHttp(config, signal, ownOrigin);
    case 'tcp': return probeTcp(config, signal);
    case 'dns': return probeDns(config, signal);
    case 'tls': return probeTls(config, signal);
    case 'postgres': return secret === null ? timed(own.database) : probePostgres(secret, signal);
    case 'redis': return secret === null ? timed(own.redis) : probeRedis(secret, signal);
    case 'stream': return own.stream(signal);
    case 'system': return probeSystem(config);
    case 'push': return null;
    default: return assertNever(config);
  }
}

async function timed(ask: () => Promise<unknown>): Promise<Look> {
  const startedAt = performance.now();
  await ask();
  return well(performance.now() - startedAt);
}

function tooSlow(look: Look | null, warnLatencyMs: number | null): Look | null {
  if (look?.outcome !== 'ok' || look.latencyMs === null || warnLatencyMs === null || look.latencyMs <= warnLatencyMs) return look;
  return warning(`Slow: ${Math.ceil(look.latencyMs)} ms, more than ${warnLatencyMs} ms.`, look.latencyMs);
}
