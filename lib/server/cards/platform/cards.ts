import 'server-only';
import type { AnyCard } from '../define';
import { databaseSize } from './database';
import { deliveryLatency } from './delivery-latency';
import { disk } from './disk';
import { nameResolution } from './dns';
import { environment } from './environment';
import { gitRevision } from './git-revision';
import { packages } from './packages';
import { serverProcess } from './process';
import { realtimeConnections } from './realtime-connections';
import { redisState } from './redis';
import { slowQueries } from './slow-queries';
import { encryption } from './tls';

/** The cards about the machinery, in the order in which they are shown and computed. */
export const PLATFORM_CARDS: readonly AnyCard[] = [
  databaseSize,
  redisState,
  realtimeConnections,
  deliveryLatency,
  slowQueries,
  environment,
  nameResolution,
  encryption,
  disk,
  serverProcess,
  gitRevision,
  packages,
];
