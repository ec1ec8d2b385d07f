import { describe, expect, it } from 'vitest';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

describe('cards that are outdated by what happens', () => {
  useParts();

  it('are marked by the relay itself, before anything counts as sent (C4)', async () => {
    const { followWithCards } = await import('@/lib/server/cards/start-cards');
    const { createIncident } = await import('../incidents/create');
    const { readCardList } = await import('./list');
    const ctx = await contextOf('dispatcher1');
    const staleKeys = async () => (await readCardList(ctx.actor)).items.filter(({ state }) => state.stale).map(({ info }) => info.key);
    expect(await staleKeys()).toEqual([]);
    followWithCards();
    await createIncident(ctx, { title: 'Smoke', type: 'fire', priority: 'P2' });
    const keys = await staleKeys();
    expect(keys).toEqual(expect.arrayContaining(['open-incidents', 'incidents-by-priority', 'incidents-per-hour']));
    expect(keys).not.toContain('bonfires-today');
  });

  it('are marked again when Redis was away while the relay told of it: the event is relayed again, screens drop the double', async () => {
    const { followRelay } = await import('@/lib/server/relay/followers');
    const { relayOutbox } = await import('@/lib/server/relay/relay');
    const { createIncident } = await import('../incidents/create');
    const heard: string[][] = [];
    let away = true;
    followRelay('test', async (events) => {
      heard.push(events.map(({ eventId }) => eventId));
      if (away) throw new Error('away');
    });
    await createIncident(await contextOf('dispatcher1'), { title: 'Smoke', type: 'fire', priority: 'P2' });
    away = false;
    await relayOutbox();
    followRelay('test', async () => undefined);
    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(heard.at(-1)).toEqual(heard[0]);
  });

  it('watch sign-ins, of which no event tells', async () => {
    const { noteQuietChange } = await import('@/lib/server/cards/start-cards');
    const { readCardList } = await import('./list');
    await noteQuietChange('sign-ins');
    const { items } = await readCardList((await contextOf('admin')).actor);
    expect(items.find(({ info }) => info.key === 'sign-ins')?.state.stale?.reason).toMatch(/signed in/);
  });
});

describe('every card', () => {
  it('has a key of its own, words, and there are at least 18 over three tabs (C1)', async () => {
    const { CARDS } = await import('@/lib/server/cards/registry');
    const { cardInfo } = await import('./to-wire');
    const { cardInfoSchema, CARD_TABS } = await import('@/lib/protocol/cards');
    const infos = CARDS.map((card) => cardInfoSchema.parse(cardInfo(card)));
    expect(new Set(infos.map(({ key }) => key)).size).toBe(infos.length);
    expect(infos.length).toBeGreaterThanOrEqual(18);
    for (const tab of CARD_TABS) expect(infos.filter((info) => info.tab === tab).length).toBeGreaterThanOrEqual(4);
    for (const { title, about, ttlMs } of infos) {
      expect(title).not.toBe('');
      expect(about).toMatch(/\.$/);
      expect(ttlMs).toBeGreaterThanOrEqual(5_000);
    }
  });
});
