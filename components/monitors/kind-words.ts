import type { MonitorKind } from '@/lib/protocol/monitor-kind';

interface KindWords {
  readonly word: string;
  /** What is done, for somebody who has to choose. */
  readonly use: string;
}

export const KIND_WORDS: Readonly<Record<MonitorKind, KindWords>> = {
  http: { word: 'Web page', use: 'Asks for a page and looks at its status, and into its text if you want.' },
  tcp: { word: 'TCP port', use: 'Opens a connection to a port and closes it again.' },
  dns: { word: 'Name', use: 'Resolves a name, or asks for a record of it.' },
  tls: { word: 'Certificate', use: 'Connects with TLS, and warns before the certificate runs out.' },
  push: { word: 'Heartbeat', use: 'The other side calls Watchroom. When it stops calling, it is down.' },
  postgres: { word: 'PostgreSQL', use: 'Signs in to a database and asks it something small.' },
  redis: { word: 'Redis', use: 'Connects to a Redis and sends it a PING.' },
  stream: { word: 'Event stream', use: 'Sends a tick over Watchroom’s own live stream and hears it.' },
  system: { word: 'Machine', use: 'Disk and memory of the machine that looks.' },
};

/** The kinds that can be added. The others look at Watchroom itself and are there from the start. */
export const ADDABLE_KINDS = ['http', 'tcp', 'dns', 'tls', 'push', 'postgres', 'redis'] as const satisfies readonly MonitorKind[];

/** Whether one look can be had at once. Heartbeats come by themselves, and only the collector hears the stream. */
export function canBeTested(kind: MonitorKind): boolean {
  return kind !== 'push' && kind !== 'stream';
}

/** Whether a connection string goes with it. */
export function takesSecret(kind: MonitorKind): boolean {
  return kind === 'postgres' || kind === 'redis';
}

/** Whether an answer is waited for, so that it can be late or slow. */
export function waitsForAnswer(kind: MonitorKind): boolean {
  return kind !== 'push';
}
