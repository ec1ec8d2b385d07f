/** Ways to look at a service. */
export const MONITOR_KINDS = ['http', 'tcp', 'dns', 'tls', 'push', 'postgres', 'redis', 'stream', 'system'] as const;
export type MonitorKind = (typeof MONITOR_KINDS)[number];
