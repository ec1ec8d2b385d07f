import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';
import { startBoard, type Board } from '@/testing/board';
import { sessionCookie } from '@/testing/session-cookie';

const SERVER_LINES = 40;

/** The demo accounts by their short names. */
export type Account = 'admin' | 'supervisor' | 'observer' | `dispatcher${1 | 2 | 3 | 4 | 5 | 6}`;

/** A signed-in person at a screen of their own: separate cookies, storage and cache. */
export interface Desk {
  readonly page: Page;
  /** What the browser complained about: errors of the page and of its console. */
  readonly complaints: string[];
}

interface Fixtures {
  /** Seats somebody at the board on a page; resolves when their screen is live. */
  desk: (who: Account, path?: string) => Promise<Desk>;
}

interface Options {
  /** Whether presses on what moved a moment ago are ignored, as for a person. Off where a story is not about it: a machine presses sooner than a hand. */
  guarded: boolean;
}

interface AutoFixtures {
  /** Takes the messages of a story off the board when it ends: the next one begins with an empty bar. */
  quiet: void;
  /** Puts what the server said last beside a story that fails. */
  serverWords: void;
}

interface WorkerFixtures {
  board: Board;
}

/** A test with a whole Watchroom behind it: real database, real Redis protocol, the built application. */
export const test = base.extend<Fixtures & AutoFixtures & Options, WorkerFixtures>({
  guarded: [false, { option: true }],
  board: [
    async ({}, use) => {
      const board = await startBoard({ env: { INFRA_COLLECT: '1', TRUSTED_PROXIES: '127.0.0.1' } });
      await use(board);
      await board.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  quiet: [
    async ({ board, request }, use) => {
      await use();
      const live = await board.sql<{ id: string }>(`SELECT id FROM flash WHERE status = 'live'`);
      const headers = { cookie: await sessionCookie(board, 'admin@example.org') };
      for (const { id } of live) await request.post(`${board.app.url}/api/flash/${id}/recall`, { headers, data: {} });
    },
    { auto: true },
  ],
  serverWords: [
    async ({ board }, use, testInfo) => {
      const before = board.app.output().length;
      await use();
      if (testInfo.status === testInfo.expectedStatus) return;
      const words = board.app.output().slice(before).split('\n').slice(-SERVER_LINES).join('\n');
      await testInfo.attach('what the server said', { body: words, contentType: 'text/plain' });
    },
    { auto: true },
  ],
  desk: async ({ board, browser, guarded }, use) => {
    const close: (() => Promise<void>)[] = [];
    await use(async (who, path = '/') => {
      const context = await browser.newContext({ baseURL: board.app.url });
      close.push(() => context.close());
      if (!guarded) await context.addInitScript(() => (window.watchroomPressGuard = 'off'));
      await signInto(context, board, who);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(path);
      await expectLive(page);
      return { page, complaints };
    });
    for (const end of close) await end();
  },
});

export { expect };

/** Signs somebody in at the board for all pages of a context, which reach it under `url`. */
export async function signInto(context: BrowserContext, board: Board, who: Account, url = board.app.url): Promise<void> {
  const [name = '', value = ''] = (await sessionCookie(board, `${who}@example.org`)).split('=');
  await context.addCookies([{ name, value, url }]);
}

/** Waits until the page says that it is live. */
export async function expectLive(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Connection: live/ })).toBeVisible({ timeout: 20_000 });
}

/** The bar on top of every page. */
export function bar(page: Page) {
  return page.getByRole('region', { name: 'Message bar' });
}
