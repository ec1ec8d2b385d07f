import type { BrowserContext, BrowserType, LaunchOptions } from '@playwright/test';
import { freePort } from '@/local/process/free-port';

/**
 * A browser of one test's own, with one real window: only the tab in front is visible, to its own page as well.
 * (The tests' usual contexts tell every page that it has the focus, so there nothing is ever hidden.)
 */
export interface OwnBrowser {
  readonly context: BrowserContext;
  /** Stops every process of this browser where it stands, as a machine that falls asleep. */
  sleep(): Promise<void>;
  /** Lets them all go on. Nothing in the browser has run meanwhile, but the clock has. */
  wake(): void;
  close(): Promise<void>;
}

/** Launches it. `options`: as the other tests' browsers are launched. */
export async function launchOwnBrowser(chromium: BrowserType, options: LaunchOptions): Promise<OwnBrowser> {
  const port = await freePort();
  const launched = await chromium.launch({ ...options, args: [...(options.args ?? []), `--remote-debugging-port=${port}`] });
  // The second way in, since only its default context comes without the emulated focus.
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no window.');
  const cdp = await launched.newBrowserCDPSession();
  let asleep: number[] = [];
  const wake = () => {
    for (const pid of asleep) process.kill(pid, 'SIGCONT');
    asleep = [];
  };
  return {
    context,
    async sleep() {
      const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
      asleep = processInfo.map(({ id }) => id);
      for (const pid of asleep) process.kill(pid, 'SIGSTOP');
    },
    wake,
    async close() {
      wake();
      await browser.close();
      await launched.close();
    },
  };
}
