import 'server-only';

/** Names this process to clients, so that they notice a restart. Shared with the edge runtime through the environment. */
export function ensureInstanceId(): string {
  process.env.WATCHROOM_INSTANCE_ID ||= crypto.randomUUID().slice(0, 8);
  return process.env.WATCHROOM_INSTANCE_ID;
}
