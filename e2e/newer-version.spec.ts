import type { Page } from '@playwright/test';
import { expect, expectLive, test } from './board-test';
import { keepPicture } from './looks';

declare global {
  interface Window {
    /** Puts a piece of text into the stream, as if the server had said it. */
    sayOnStream: ((text: string) => void) | undefined;
  }
}

/** From its next load on the page's server is of a build of this name; null: of its own. Only for a page with a connection of its own. */
async function serverOfBuild(page: Page, build: string | null): Promise<void> {
  await page.addInitScript((name) => {
    const fetchAsIs = window.fetch.bind(window);
    window.fetch = async (input, init) => {
      const answer = await fetchAsIs(input, init);
      if (!String(input).startsWith('/api/sse') || !answer.body) return answer;
      const decoder = new TextDecoder();
      const encoder = new TextEncoder();
      const changed = answer.body.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          start: (controller) => void (window.sayOnStream = (text) => controller.enqueue(encoder.encode(text))),
          transform(bytes, controller) {
            const text = decoder.decode(bytes, { stream: true });
            controller.enqueue(encoder.encode(name === null ? text : text.replace(/"build":"[^"]*"/, `"build":"${name}"`)));
          },
        }),
      );
      return new Response(changed, { status: answer.status, headers: answer.headers });
    };
  }, build);
}

const offer = (page: Page) => page.getByRole('group', { name: 'Newer version' }).and(page.locator(':visible'));
const loads = (page: Page) => page.evaluate(() => performance.timeOrigin);

test('a page of another build than its server says so at every width, with a button, a key and a command [RT24]', async ({ desk }) => {
  const { page, complaints } = await desk('dispatcher1', '/units?isolate');
  await expect(offer(page)).toHaveCount(0);
  await serverOfBuild(page, 'another');
  for (const size of [{ width: 1280, height: 800 }, { width: 800, height: 700 }, { width: 390, height: 844 }]) {
    await page.setViewportSize(size);
    await page.reload();
    await expectLive(page);
    await expect(offer(page)).toHaveCount(1);
    await expect(offer(page)).toContainText('A newer version is there');
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole('status', { name: 'Version' })).toHaveText('A newer version is there.');

  const ways = [
    () => offer(page).getByRole('button', { name: 'Reload' }).click(),
    () => page.keyboard.type('gv'),
    async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('reload');
      await expect(page.getByRole('option', { name: 'Load the newer version' })).toBeVisible();
      await page.keyboard.press('Enter');
    },
  ];
  for (const way of ways) {
    const before = await loads(page);
    await Promise.all([page.waitForEvent('load'), way()]);
    await expectLive(page);
    expect(await loads(page)).toBeGreaterThan(before);
    await expect(offer(page)).toHaveCount(1);
  }
  expect(complaints).toEqual([]);
});

/** Where everything stands that can be pressed, but for the offer itself. */
const places = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input')]
      .filter((control) => !control.closest('[aria-label="Newer version"]'))
      .map((control) => {
        const { x, y } = control.getBoundingClientRect();
        return `${control.tagName} ${x},${y}`;
      }),
  );

test('an event that the page cannot read has it load the snapshot and say, moving nothing, that it is behind [RT24]', async ({ desk }) => {
  const { page } = await desk('dispatcher2', '/units?isolate');
  await serverOfBuild(page, null);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    await expectLive(page);
    await expect(offer(page)).toHaveCount(0);
    const before = await places(page);
    const loaded = page.waitForResponse((response) => response.url().endsWith('/api/snapshot') && response.ok());
    await page.evaluate(() => window.sayOnStream?.('event: incident.split\ndata: {"id":"one","type":"incident.split","data":{}}\n\n'));
    await loaded;
    await expect(offer(page)).toHaveCount(1);
    expect(await places(page)).toEqual(before);
    await keepPicture(page, `newer-version-${width}`);
    await expectLive(page);
  }
});

test('a page that nobody is at loads itself anew; one with something unsent does not [RT24]', async ({ desk }) => {
  const writing = await desk('dispatcher3', '/incidents?isolate');
  const resting = await desk('dispatcher4', '/incidents?isolate');
  for (const { page } of [writing, resting]) {
    await serverOfBuild(page, 'another');
    await page.reload();
    await expectLive(page);
  }
  await writing.page.getByRole('textbox', { name: 'New incident' }).fill('p2 fire Smoke');
  // Sound that was let through stays so: nobody is there to let it through again.
  await resting.page.keyboard.press('Shift');
  await resting.page.getByRole('button', { name: 'Sound is on' }).waitFor();
  const before = { writing: await loads(writing.page), resting: await loads(resting.page) };

  await resting.page.waitForEvent('load', { timeout: 75_000 });
  await expectLive(resting.page);
  expect(await loads(resting.page)).toBeGreaterThan(before.resting);
  await resting.page.getByRole('button', { name: 'Sound is on' }).waitFor();
  await expect(offer(resting.page)).toHaveCount(1);
  expect(await loads(writing.page)).toBe(before.writing);
  await expect(writing.page.getByRole('textbox', { name: 'New incident' })).toHaveValue('p2 fire Smoke');
});
