/**
 * Preloaded into every process the start command starts: when that command is killed outright, the channel to
 * it closes and this process ends too, by SIGTERM so that it can finish what it does, after `GRACE_MS` anyway.
 * Only in that process itself: what it forks inherits the preload, and has a channel of its own to live by.
 */
const GRACE_MS = 3000;

if (process.channel && process.env.WATCHROOM_TIED_TO === String(process.ppid)) {
  process.channel.unref();
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
  });
}
