import type { ConfigOf, Monitor } from '@/lib/protocol/monitor';

export const HTTP_CONFIG: ConfigOf<'http'> = { kind: 'http', url: 'https://example.org/health', method: 'GET', statusFrom: 200, statusTo: 299, keyword: null, keywordAbsent: false, json: null };

/** A monitor for tests. */
export function aMonitor(over: Partial<Monitor> = {}): Monitor {
  const config = over.config ?? HTTP_CONFIG;
  return {
    id: 'm-1',
    key: 'website',
    version: 3,
    name: 'Website',
    kind: config.kind,
    config,
    hasSecret: false,
    intervalMs: 30_000,
    timeoutMs: 5_000,
    warnLatencyMs: 800,
    onDown: { flash: true, incident: false, priority: 'P2' },
    isPublic: true,
    builtin: false,
    pausedAt: null,
    pushPath: null,
    position: 8,
    createdAt: '2026-11-20T10:00:00.000Z',
    ...over,
  };
}
