import { defineConfig } from '@playwright/test';

const { CHROMIUM_PATH, CHROMIUM_SHELL_PATH } = process.env;

/** What only a browser with windows has: tabs that are hidden, frozen or asleep, and a count of what moves. */
const IN_A_WHOLE_BROWSER = /\/(freeze|hidden|infrastructure|sleep|steady)\.spec\.ts$/;

/** Stories in a real browser against the built application. `npm test` finds both browsers and names them in CHROMIUM_PATH and CHROMIUM_SHELL_PATH. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 180_000,
  expect: { timeout: 10_000 },
  // Each worker has a board of its own, whose stories follow each other. A retry would hide the race it met.
  workers: 3,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    actionTimeout: 15_000,
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    // What a page asks for is counted and answered by stories; only the one about it lets a worker come between.
    serviceWorkers: 'block',
    // What moves for its own sake costs a small machine a quarter of the time, and no story is about it.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording costs a fifth of the time, and nobody can fetch a recording from where CI is set.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'whole', testMatch: IN_A_WHOLE_BROWSER, use: { launchOptions: launchOf(CHROMIUM_PATH) } },
    { name: 'shell', testIgnore: IN_A_WHOLE_BROWSER, use: { launchOptions: launchOf(CHROMIUM_SHELL_PATH || CHROMIUM_PATH) } },
  ],
});

/** How a browser is started: the one of a path, else Playwright's own. */
function launchOf(executablePath: string | undefined) {
  return {
    ...(executablePath ? { executablePath } : {}),
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
  };
}
