import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '@/local/test/chromium';
import { eventually } from '../eventually';
import { person, type Person } from '../person';
import { reaches } from '../reaches';
import { startTcpProxy, type TcpProxy } from '../tcp-proxy';
import { useBoard } from '../use-board';

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly label: string | undefined;
  /** Of a `connected` frame. */
  readonly cursor: string | undefined;
}

/** What the page keeps for the test to read. */
interface ListeningPage {
  heard: Heard[];
  opened: number;
  source: EventSource;
}

describe('a plain EventSource in a browser', () => {
  const board = useBoard();
  let proxy: TcpProxy;
  let browser: Browser;
  let page: Page;
  let who: Person;

  beforeAll(async () => {
    proxy = await startTcpProxy(Number(new URL(board().app.url).port));
    who = await person(board().app.url, 'dispatcher1');
    browser = await chromium.launch({
      executablePath: await findChromium(console.log),
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
    });
    const context = await browser.newContext();
    await context.addCookies(
      who.cookie.split('; ').map((pair) => {
        const cut = pair.indexOf('=');
        return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: proxy.url };
      }),
    );
    page = await context.newPage();
    await page.goto(`${proxy.url}/api/health`);
  });
  afterAll(async () => {
    await browser?.close();
    await proxy?.stop();
  });

  it('hears connected and events, and when cut resumes by itself from where it was', async () => {
    await page.evaluate(listen);
    await heardLabel('connected', undefined);
    await who.broadcast('one');
    await heardLabel('test.broadcast', 'one');

    proxy.setOpen(false);
    proxy.cut();
    for (const label of ['two', 'three']) await who.broadcast(label);
    proxy.setOpen(true);
    await heardLabel('test.broadcast', 'three');
    await who.broadcast('four');
    await heardLabel('test.broadcast', 'four');

    const { heard, opened } = await page.evaluate(() => {
      const { heard, opened } = window as Window & typeof globalThis & ListeningPage;
      return { heard, opened };
    });
    expect(heard.map((event) => event.label ?? event.type)).toEqual(['connected', 'one', 'connected', 'two', 'three', 'four']);
    expect(opened).toBe(2);
    const ids = heard.filter((event) => event.type === 'test.broadcast').map((event) => event.id);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9A-Za-z]+\.\d+-\d+$/);
  });

  it('resumes from a heartbeat’s cursor although nothing was dispatched since', async () => {
    await page.evaluate(listen);
    await heardLabel('connected', undefined);
    const hidden = await person(board().app.url, 'supervisor');
    const watching = await hidden.stream();
    await hidden.flash({ level: 'info', title: 'Not for dispatchers', audience: ['supervisor'] });
    const sent = await watching.waitForEvent('flash.sent');
    // The page cannot say which heartbeat it has read; when this stream has heard two more from the same place, the page has read one of them.
    const places: string[] = [];
    await watching.waitFor((block) => {
      if (block.kind === 'heartbeat' && reaches(block.cursor, sent.id)) places.push(block.cursor ?? '');
      return places.length >= 3 && new Set(places.slice(-3)).size === 1;
    });
    const before = board().app.output().length;
    proxy.cut();
    await page.waitForFunction(() => (window as Window & typeof globalThis & ListeningPage).heard.filter((event) => event.type === 'connected').length === 2);
    const cursor = await page.evaluate(() => (window as Window & typeof globalThis & ListeningPage).heard.at(-1)?.cursor);
    expect(cursor).toBe(places.at(-1));
    // The log of the process reaches the test by a pipe, so it may come after the frame.
    await eventually('the resumed stream in the log', () => board().app.output().slice(before).includes('resumed=true'));
  });

  async function heardLabel(type: string, label: string | undefined): Promise<void> {
    await page.waitForFunction(
      ([wantedType, wantedLabel]) => (window as Window & typeof globalThis & ListeningPage).heard.some((event) => event.type === wantedType && (wantedLabel === undefined || event.label === wantedLabel)),
      [type, label] as const,
    );
  }
});

/** Runs in the page. */
function listen(): void {
  const state = window as Window & typeof globalThis & ListeningPage;
  state.source?.close();
  state.heard = [];
  state.opened = 0;
  state.source = new EventSource('/api/sse');
  state.source.onopen = () => {
    state.opened += 1;
  };
  for (const type of ['connected', 'test.broadcast', 'reset', 'flash.sent']) {
    state.source.addEventListener(type, (event) => {
      const { data } = JSON.parse(event.data) as { data: { label?: string; cursor?: string } };
      state.heard.push({ type, id: event.lastEventId, label: data.label, cursor: data.cursor });
    });
  }
}
