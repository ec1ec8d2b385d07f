import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromListener, ToListener } from './messages';

/** The listening process, from the side of the measuring one. */
export interface ListenerProcess {
  tell(message: ToListener): void;
  /** The next message of this kind. Rejects when the process fails, ends, or `timeoutMs` passes. */
  hear<K extends FromListener['kind']>(kind: K, timeoutMs: number): Promise<Extract<FromListener, { kind: K }>>;
  stop(): void;
}

/** Starts it. */
export function startListener(): ListenerProcess {
  const child = fork(fileURLToPath(new URL('./listener.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  return {
    tell: (message) => void child.send(message),
    hear: (kind, timeoutMs) =>
      new Promise((resolve, reject) => {
        const settle = (done: () => void) => {
          clearTimeout(timer);
          child.off('message', onMessage).off('exit', onExit);
          done();
        };
        const onMessage = (message: FromListener) => {
          if (message.kind === 'failed') settle(() => reject(new Error(message.message)));
          else if (message.kind === kind) settle(() => resolve(message as Extract<FromListener, { kind: typeof kind }>));
        };
        const onExit = () => settle(() => reject(new Error('The listening process ended.')));
        const timer = setTimeout(() => settle(() => reject(new Error(`The listening process did not say "${kind}" in ${timeoutMs} ms.`))), timeoutMs);
        child.on('message', onMessage).on('exit', onExit);
      }),
    stop: () => void child.kill(),
  };
}
