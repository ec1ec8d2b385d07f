import 'server-only';
import { createSessionRegistry, type SessionRegistry } from '@/lib/realtime/session-registry';
import { serverRedis } from '../relay/log';

let registry: SessionRegistry | undefined;

/** The accounts as Redis lists them, read about once a second however many ask in this process. */
export function accountRegistry(): SessionRegistry {
  registry ??= createSessionRegistry(serverRedis());
  return registry;
}
