import { commandLineOf, parentOf } from '../process/process-table';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_CHECK_MS = 500;

/**
 * Calls `onStop` at the first Ctrl-C, SIGTERM or SIGHUP (closed terminal) and `onRepeat` at further ones.
 * Listening for good, so that an impatient second Ctrl-C cannot cut the orderly end short.
 */
export function onStopSignal(onStop: () => void, onRepeat: () => void): void {
  let stopped = false;
  const stop = () => {
    if (stopped) return onRepeat();
    stopped = true;
    onStop();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) watchParent(() => stopped || stop());
}

/**
 * npm runs us under a shell and gives SIGTERM to that shell, which dies of it without passing it on; and an npm
 * that was killed outright leaves that shell waiting for us.
 */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const underShell = /^\S*sh -c /.test(commandLineOf(parent));
  const npm = underShell ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    onGone();
  }, PARENT_CHECK_MS);
  timer.unref();
}
