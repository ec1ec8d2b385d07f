import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH || undefined;

/** Stories in a real browser against the built application. `npm test` finds a Chromium and names it in CHROMIUM_PATH. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 180_000,
  expect: { timeout: 10_000 },
  // Each worker has a board of its own, whose stories follow each other. A retry would hide the race it met.
  workers: 2,
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
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
    },
  },
});
