import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { projectDir } from '../build-folder';
import { people, type Person } from '../person';
import { useBoard } from '../use-board';

const PRIVATE = ['Kari Private', '+47 999 88 777', 'Ola Responsible', 'Caller Concealed', 'Second Caller'];
const PAGES = ['/', '/incidents', '/bonfires', '/units', '/infrastructure', '/cards', '/broadcasts'];

describe('private persons’ data (S4)', () => {
  const board = useBoard();
  let dispatcher: Person, observer: Person;
  let incidentId: string, bonfireId: string;
  let since: string;
  beforeAll(async () => {
    [dispatcher, observer] = (await people(board().app.url, 'dispatcher1', 'observer')) as [Person, Person];
    since = (await observer.poll()).cursor;
    const notice = {
      name: PRIVATE[0], phone: PRIVATE[1], responsible: PRIVATE[2], place: { address: 'Fjellvegen 12' }, municipality: 'Hamar',
      startsAt: new Date(Date.now() + 60_000).toISOString(), endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      material: 'Branches', extent: '2 m', extinguishing: 'Hose', landownerConsent: true,
    };
    const bonfire = await dispatcher.post('/api/bonfires', notice);
    bonfireId = idOf(bonfire.json(), 'bonfire').id;
    const incident = await dispatcher.post('/api/incidents', { title: 'Smoke', type: 'fire', priority: 'P2', reporter: PRIVATE[3] });
    const made = idOf(incident.json(), 'incident');
    incidentId = made.id;
    const patched = await dispatcher.post(`/api/incidents/${incidentId}`, { version: made.version, reporter: PRIVATE[4] }, { method: 'PATCH' });
    expect(patched.status).toBe(200);
    expect((await dispatcher.post(`/api/bonfires/${bonfireId}/transitions`, { action: 'activate', version: 1 })).status).toBe(200);
    expect((await dispatcher.post(`/api/bonfires/${bonfireId}/transitions`, { action: 'escalate', version: 2 })).status).toBe(200);
  });

  const leaks = (text: string) => PRIVATE.filter((word) => text.includes(word));

  it('is in no answer that an observer gets from any route, and in those of a dispatcher', async () => {
    const found = new Map<string, { observer: string[]; dispatcher: string[] }>();
    for (const path of readingPaths({ incidents: incidentId, bonfires: bonfireId })) {
      const [forObserver, forDispatcher] = await Promise.all([observer.get(path), dispatcher.get(path)]);
      found.set(path, { observer: leaks(forObserver.text), dispatcher: leaks(forDispatcher.text) });
    }
    expect([...found].filter(([, { observer: seen }]) => seen.length > 0)).toEqual([]);
    const seenByDispatcher = [...found].filter(([, { dispatcher: seen }]) => seen.length > 0).map(([path]) => path);
    expect(seenByDispatcher).toEqual(expect.arrayContaining(['/api/snapshot', '/api/incidents', `/api/incidents/${incidentId}`, `/api/bonfires/${bonfireId}`]));
  });

  it('is in no page that an observer opens', async () => {
    for (const path of [...PAGES, `/incidents/${incidentId}`, `/bonfires?bonfire=${bonfireId}`]) {
      expect({ path, leaks: leaks((await observer.get(path)).text) }).toEqual({ path, leaks: [] });
    }
    expect(leaks((await dispatcher.get('/bonfires?view=all')).text).length).toBeGreaterThan(0);
  });

  it('is in no event that an observer hears, live, on replay or by polling [RT8]', async () => {
    const path = `/api/incidents/${incidentId}/stream?since=${since}`;
    const streams = await Promise.all([observer.stream({ since }), observer.stream({ path }), observer.listen(), dispatcher.stream({ since })]);
    const made = await dispatcher.post('/api/incidents', { title: 'Live', type: 'fire', priority: 'P3', reporter: PRIVATE[3] });
    const { id } = idOf(made.json(), 'incident');
    const [replayed, , live, forDispatcher] = streams;
    for (const stream of [replayed, live, forDispatcher]) await stream?.waitForEvent('incident.created', (event) => JSON.stringify(event.data).includes(id));
    expect(leaks(JSON.stringify((await observer.poll(since)).events))).toEqual([]);
    expect(streams.slice(0, 3).flatMap((stream) => leaks(stream.bytes().toString()))).toEqual([]);
    expect(leaks(forDispatcher?.bytes().toString() ?? '').sort()).toEqual([...PRIVATE].sort());
    expect(replayed?.events('bonfire.created')).toHaveLength(1);
  });
});

const recordSchema = z.object({ id: z.string(), version: z.int() });
function idOf(answer: unknown, name: string) {
  return z.object({ [name]: recordSchema }).parse(answer)[name] as z.infer<typeof recordSchema>;
}

/** Every address that can be read and is no stream, with ids of records in the place of parameters. */
function readingPaths(ids: Readonly<Record<'incidents' | 'bonfires', string>>): string[] {
  const files = readdirSync(join(projectDir, 'app/api'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('route.ts'));
  return files
    .map((file) => `/api/${file.replace(/\/route\.ts$/, '')}`)
    .filter((path) => !/stream|\/sse|\/auth\//.test(path))
    .map((path) => path.replace(/\[[^\]]+\]/, path.startsWith('/api/bonfires') ? ids.bonfires : ids.incidents).replace(/\[[^\]]+\]/g, 'x'));
}
