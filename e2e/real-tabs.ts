import type { Locator, Page } from '@playwright/test';
import { startRoad, type Road } from '@/testing/road';
import { expect as boardExpect, signInto, test as boardTest, type Account } from './board-test';
import { launchOwnBrowser, type OwnBrowser } from './own-browser';

/** Somebody's browser with real tabs, over a road of its own to the board. */
export interface RealTabs {
  readonly browser: OwnBrowser;
  readonly road: Road;
  /** Opens a page in a new tab, which then is in front and hides the others. Resolves when it is loaded. */
  open(path: string): Promise<Page>;
}

interface Fixtures {
  /** Opens a browser of this test's own, with somebody signed in. `url`: what stands at the road's end, else the board. */
  realTabs: (who: Account, url?: string) => Promise<RealTabs>;
}

/** A test at the board with browsers whose tabs can really be hidden, frozen and put to sleep. */
export const test = boardTest.extend<Fixtures>({
  realTabs: async ({ board, playwright, launchOptions }, use) => {
    const undo: (() => Promise<void>)[] = [];
    await use(async (who, url = board.app.url) => {
      const road = await startRoad(url);
      undo.unshift(() => road.stop());
      const browser = await launchOwnBrowser(playwright.chromium, launchOptions);
      undo.unshift(() => browser.close());
      await signInto(browser.context, board, who, road.url);
      return {
        browser,
        road,
        async open(path) {
          const page = await browser.context.newPage();
          await page.goto(`${road.url}${path}`);
          await page.evaluate(() => Object.assign(window, { sameDocument: true }));
          return page;
        },
      };
    });
    for (const act of undo) await act();
  },
});

/** A second whole browser is slow where other things run as well: what takes a moment may take many. */
export const expect = boardExpect.configure({ timeout: 20_000 });

/** Whether the page is still the document that was opened: it was not loaded again. */
export function isSameDocument(page: Page): Promise<boolean> {
  return page.evaluate(() => 'sameDocument' in window);
}

/** What the page itself believes of being looked at. */
export function visibility(page: Page): Promise<DocumentVisibilityState> {
  return page.evaluate(() => document.visibilityState);
}

/** A bare tab's count of the test broadcasts it heard; one that comes twice counts twice. */
export function heard(page: Page): Locator {
  return page.getByText(/^\d+ heard$/);
}

/** Stops a hidden tab's page as the browser does to save power. Resolves when it stands still. */
export async function freeze(page: Page): Promise<void> {
  await page.evaluate(() => document.addEventListener('freeze', () => Object.assign(window, { frozen: true })));
  await setLifecycle(page, 'frozen');
  // A frozen page runs nothing of its own, but can still be asked.
  await expect.poll(() => page.evaluate(() => 'frozen' in window)).toBe(true);
}

/** Lets a frozen page run again. */
export function thaw(page: Page): Promise<void> {
  return setLifecycle(page, 'active');
}

async function setLifecycle(page: Page, state: 'frozen' | 'active'): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Page.setWebLifecycleState', { state });
  await cdp.detach();
}
