import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldText } from '@/lib/core/fold-text';
import type { Incident } from '@/lib/protocol/incident';
import { fitsFilter, incidentFilterSchema } from '@/lib/protocol/incident-filter';
import { contextOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

const MANY = 20_000;

useParts();

const modules = async () => ({ ...(await import('./create')), ...(await import('./patch')), ...(await import('./list')), ...(await import('./fill-search')), ...(await import('@/lib/server/db/client')) });
const create = async (title: string, address: string | null = null) =>
  (await (await modules()).createIncident(await contextOf('dispatcher1'), { title, type: 'fire', priority: 'P2', location: address === null ? null : { address } })).incident;
const list = async (q: string) => (await (await modules()).listIncidents(await contextOf('observer'), { view: 'all', q, limit: 500 })).items;
const found = async (q: string) => (await list(q)).map(({ title }) => title).sort();

describe('what is typed means itself', () => {
  beforeAll(async () => {
    for (const title of ['Smoke at 100 %', 'Smoke_alarm', 'C:\\temp burns', 'Al burns', 'Ål burns', 'Kafé i Tromsø', 'Straße']) await create(title);
  });

  it.each([
    ['%', ['Smoke at 100 %']],
    ['_', ['Smoke_alarm']],
    ['\\', ['C:\\temp burns']],
    ['\\%', []],
    ['al b', ['Al burns', 'Ål burns']],
    ['ål b', ['Ål burns']],
    ['A\u030aL B', ['Ål burns']],
    ['kafe i tromso', ['Kafé i Tromsø']],
    ['kafe i tromsø', []],
    ['STRASSE', ['Straße']],
  ])('%s', async (q, titles) => {
    expect(await found(q)).toEqual([...titles].sort());
  });
});

describe('the list of the database and the rows that arrive on a page', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'aåäáeéoøöæsßđ', 'n\u0303', 'e\u0301', ...'AÅØ %_\\\'"-0124'), minLength: 1, maxLength: 14 });
  let all: Incident[];

  beforeAll(async () => {
    const given = fc.sample(fc.tuple(texts, fc.option(texts)), { numRuns: 80, seed: 412 }).filter(([title, address]) => title.trim() !== '' && address?.trim() !== '');
    for (const [title, address] of given) await create(title, address);
    const { db } = await modules();
    await db().$executeRaw`UPDATE incidents SET ordinal = 10000 + ordinal WHERE ordinal % 3 = 0`;
    all = (await (await modules()).listIncidents(await contextOf('observer'), { view: 'all', limit: 500 })).items;
    expect(all.length).toBeGreaterThan(60);
  });

  it('agree on every search', async () => {
    const parts = fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.integer({ min: 1, max: 8 })).map(([which, from, length]) => {
      const { title, number, location } = all[which % all.length] ?? { title: '', number: '', location: null };
      const text = which % 3 === 0 ? number : (location?.address ?? title);
      return text.slice(from % text.length, (from % text.length) + length);
    });
    const searches = fc.oneof(texts, parts, parts.map(foldText), parts.map((text) => text.toUpperCase().normalize('NFD')), fc.integer({ min: 0, max: 12_000 }).map(String));
    await fc.assert(
      fc.asyncProperty(searches, async (typed) => {
        const filter = incidentFilterSchema.safeParse({ view: 'all', q: typed });
        fc.pre(filter.success);
        const fitting = all.filter((incident) => fitsFilter(incident, incidentFilterSchema.parse({ view: 'all', q: typed })));
        expect((await list(typed)).map(({ number }) => number)).toEqual(fitting.map(({ number }) => number));
      }),
      { numRuns: 300 },
    );
  });
});

describe('an incident', () => {
  it('is found by what it is called now', async () => {
    const { patchIncident } = await modules();
    const incident = await create('Røyk fra pipe', 'Gågata 1');
    const version = async (patch: object) => patchIncident(await contextOf('dispatcher1'), incident.id, patch);
    await version({ version: 1, title: 'Brann i låve' });
    expect(await found('rOyk fra')).toEqual([]);
    expect(await found('brann i lave')).toEqual(['Brann i låve']);
    expect(await found('gagata 1')).toEqual(['Brann i låve']);
    await version({ version: 2, location: { address: 'Øvre vei' } });
    expect(await found('gagata')).toEqual([]);
    expect(await found('øvre')).toEqual(['Brann i låve']);
    await version({ version: 3, location: { lat: 61.115, lng: 10.466 } });
    expect(await found('ovre')).toEqual([]);
    expect(await found('61.115, 10')).toEqual(['Brann i låve']);
    await version({ version: 4, location: null });
    expect(await found('61.115')).toEqual([]);
    expect(await found('låve')).toEqual(['Brann i låve']);
  });

  it('from before there were searches is found once the server has made its round', async () => {
    const { db, fillSearch } = await modules();
    await db().$executeRaw`UPDATE incidents SET search = '', title = 'Gammel låve' WHERE title = 'Brann i låve'`;
    await Promise.all([fillSearch(), fillSearch()]);
    expect(await found('gammel lave')).toEqual(['Gammel låve']);
    expect(await db().incident.count({ where: { search: '' } })).toBe(0);
  });
});

describe(`with ${MANY} incidents`, () => {
  beforeAll(async () => {
    const { db, fillSearch } = await modules();
    await db().$executeRaw`
      INSERT INTO incidents (id, year, ordinal, title, address, type, priority, status, status_since, source, created_at, updated_at)
      SELECT 'i' || n, 2020, n, 'Røyk i oppgang ' || n, 'Storgata ' || n % 97 || ', Tromsø', 'fire', 'P' || (1 + n % 4), 'closed', now(), 'call', now() - n * interval '1 minute', now()
      FROM generate_series(1, ${MANY}) AS n`;
    const start = performance.now();
    while ((await db().incident.count({ where: { search: '' } })) > 0) await fillSearch();
    console.log(`search: ${MANY} incidents made findable in ${Math.round(performance.now() - start)} ms`);
    await db().$executeRaw`ANALYZE incidents`;
  });

  it('words are found by an index, and each search answers in a moment', async () => {
    const { db } = await modules();
    const plan = await db().$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN SELECT * FROM incidents WHERE search LIKE '%oppgang 1999%' ORDER BY created_at DESC, id DESC LIMIT 51`;
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('incidents_search_idx');
    const figures: string[] = [];
    for (const q of ['royk', 'Tromsø', 'oppgang 1999', 'nothing like it', 'x', '2020-03', '412']) {
      const times: number[] = [];
      // Different limits, so that no answer is given a second time.
      for (let limit = 50; limit < 61; limit += 1) {
        const start = performance.now();
        await (await modules()).listIncidents(await contextOf('observer'), { view: 'all', q, limit });
        times.push(performance.now() - start);
      }
      figures.push(`${q} ${Math.round(times.sort((a, b) => a - b)[5] ?? 0)} ms`);
    }
    console.log(`search: ${figures.join(', ')}`);
    expect((await list('2020-03')).map(({ number }) => number).sort()).toEqual(Array.from({ length: 100 }, (_, index) => `2020-${String(300 + index).padStart(4, '0')}`));
    expect((await list('2020-1234')).map(({ number }) => number).sort()).toEqual(['2020-1234', ...Array.from({ length: 10 }, (_, index) => `2020-1234${index}`)]);
  });
});
