import 'server-only';
import { logError } from '@/lib/core/log';
import { SettingsError } from '@/lib/realtime/env';
import { followWithCards, runCards } from './cards/start-cards';
import { serverSettings, type ServerSettings } from './env';
import { judgeSenders } from './http/judge-sender';
import { ensureInstanceId } from './instance';
import { runCollector } from './monitoring/start-collector';
import { runServerLoop } from './relay/loop';
import { endInOrder } from './shutdown';

/** Begins this instance's work. A missing or wrong setting ends the process with one line that names it. */
export function startServer(): void {
  const settings = settingsOrExit();
  // On Vercel the platform does it.
  if (settings.longLived) judgeSenders(settings.trustedProxies);
  const instanceId = ensureInstanceId();
  followWithCards();
  if (!settings.longLived) return;
  const stopLoop = new AbortController();
  void runServerLoop(stopLoop.signal);
  void runCards(stopLoop.signal);
  if (settings.collects) void runCollector(stopLoop.signal);
  endInOrder(instanceId, stopLoop);
}

function settingsOrExit(): ServerSettings {
  try {
    return serverSettings();
  } catch (error) {
    // A server with half of its settings would fail later and less clearly.
    logError(error instanceof SettingsError ? error.message : 'Watchroom cannot start: its settings cannot be read.');
    process.exit(1);
  }
}
