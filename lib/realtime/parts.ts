import { BUILD } from '@/lib/core/build';
import { startDoorbell } from './doorbell';
import { realtimeSettings, type RealtimeSettings } from './env';
import { createEventLog } from './event-log';
import { createHub, type Attachment, type AttachRequest, type Hub } from './hub';
import { reportHub } from './hub-stats';
import { contestedWord, movedWord } from './hub-words';
import { createLeases, type Lease, type Leases } from './leases';
import { createLogWindow } from './log-window';
import { createRedis } from './redis';
import { createSessionRegistry, type SessionRegistry } from './session-registry';

/** What a stream route works with, made on first use: at build time there are no settings. */
export interface StreamParts {
  /** What sort of streams these are: part of the name of each lease. */
  readonly name: string;
  readonly settings: RealtimeSettings;
  readonly registry: SessionRegistry;
  readonly leases: Leases;
  attach(request: AttachRequest): Promise<Attachment>;
  /** Has all who hold a slot of this user show that they are there. Never throws: a refused client tries again. */
  contest(userId: string): Promise<void>;
  /** Has the former stream of a client end, wherever it is. Never throws: the hub that has it finds out when it renews. */
  tellMoved(lease: Lease): Promise<void>;
}

let parts: StreamParts | undefined;

/**
 * The parts of this process, or of this route where routes share no memory. `name` tells the hubs of one instance
 * apart in its figures. Throws SettingsError.
 */
export function streamParts(name = 'board'): StreamParts {
  parts ??= createParts(realtimeSettings(), name);
  return parts;
}

function createParts(settings: RealtimeSettings, name: string): StreamParts {
  const redis = createRedis(settings);
  const instanceId = process.env.WATCHROOM_INSTANCE_ID || crypto.randomUUID();
  const registry = createSessionRegistry(redis);
  const leases = createLeases(redis, settings.maxPerUser);
  const log = createEventLog(redis, settings.logLength);
  const newHub = (): Hub =>
    createHub({
      window: createLogWindow(log),
      instanceId,
      build: BUILD,
      heartbeatMs: settings.heartbeatMs,
      maxAgeMs: settings.maxAgeMs,
      registry,
      leases,
      report: (stats) => reportHub(redis, `${instanceId}:${name}`, stats),
      openDoorbell: (events) => startDoorbell(settings, events),
    });
  const shared = settings.isolatedRequests ? undefined : newHub();
  const ring = (word: string) => log.ring(word).catch(() => undefined);
  return {
    name,
    settings,
    registry,
    leases,
    contest: (userId) => ring(contestedWord(userId)),
    tellMoved: (lease) => ring(movedWord(lease)),
    attach: (request) => (shared ? shared.attach(request) : attachAlone(newHub(), request)),
  };
}

/** One hub for one request: an edge isolate ends what the request that opened it leaves behind. */
async function attachAlone(hub: Hub, request: AttachRequest): Promise<Attachment> {
  const close = () => {
    hub.stop();
    request.sink.close();
  };
  try {
    return await hub.attach({ ...request, sink: { write: (bytes) => request.sink.write(bytes), close } });
  } catch (error) {
    hub.stop();
    throw error;
  }
}
