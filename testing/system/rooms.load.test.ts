import { beforeAll, describe, expect, it } from 'vitest';
import { entryAnswerSchema, incidentChangedSchema, incidentMovedSchema, logAnswerSchema } from '@/lib/protocol/board-answers';
import type { Incident } from '@/lib/protocol/incident';
import type { OpenedStream } from '../open-stream';
import { StreamRefused } from '../open-stream';
import { people, type Person } from '../person';
import { sized } from '../sized';
import { useBoard } from '../use-board';

const CLIENTS = 50;
const WRITERS = sized(5, 2);
const UTTERANCES = sized(200, 40);
/** What I4 promises, on the median; three times that on the worst. */
const PROMISED_MS = 500;

describe('the room of an incident, live (I3, I4)', () => {
  const board = useBoard({ instances: 2, env: { SSE_MAX_PER_USER: String(CLIENTS) } });
  let writers: Person[];
  let observer: Person;
  beforeAll(async () => {
    [observer, ...writers] = (await people(board().app.url, 'observer', ...Array.from({ length: WRITERS }, (_, index) => `dispatcher${index + 1}`))) as [Person, ...Person[]];
  });

  const first = () => writers[0] as Person;
  const create = async () => {
    const answer = await first().post('/api/incidents', { title: 'Talk', type: 'fire', priority: 'P2' });
    return incidentChangedSchema.parse(answer.json()).incident;
  };
  const move = async ({ id }: Incident, action: string, more: object = {}) => {
    const { version } = (await first().get(`/api/incidents/${id}`).then((answer) => answer.json() as { incident: Incident })).incident;
    return incidentMovedSchema.parse((await first().post(`/api/incidents/${id}/transitions`, { action, version, ...more })).json()).incident;
  };
  const log = async ({ id }: Incident) => logAnswerSchema.parse((await observer.get(`/api/incidents/${id}/log`)).json());
  const listen = async ({ id }: Incident, who: Person, since: string | null) =>
    who.stream({ path: `/api/incidents/${id}/stream${since ? `?since=${since}` : ''}` });
  const seqs = (stream: OpenedStream) => stream.events('utterance').map((event) => (event.data as { entry: { seq: number } }).entry.seq);

  it(`gives ${CLIENTS} clients on two instances everything that ${WRITERS} people say at once, in one order and without a gap`, async () => {
    const incident = await create();
    const { cursor } = await log(incident);
    const elsewhere = board().apps[1]?.url ?? '';
    const streams = await Promise.all(Array.from({ length: CLIENTS }, (_, index) => listen(incident, index % 2 ? observer.at(elsewhere) : observer, cursor)));
    const heardAt = streams.map(() => new Map<string, number>());
    const sentAt = new Map<string, number>();
    const everybody = streams.map((stream, index) =>
      stream.waitFor((block) => {
        if (block.kind === 'event' && block.type === 'utterance') {
          const { text } = (block.data as { entry: { text: string } }).entry;
          if (!heardAt[index]?.has(text)) heardAt[index]?.set(text, performance.now());
        }
        return heardAt[index]?.size === UTTERANCES;
      }, 60_000),
    );
    await Promise.all(
      writers.map(async (writer, own) => {
        const here = own % 2 ? writer.at(elsewhere) : writer;
        for (let index = 0; index < UTTERANCES / WRITERS; index += 1) {
          const text = `${own}/${index}`;
          sentAt.set(text, performance.now());
          const answer = await here.post(`/api/incidents/${incident.id}/log`, { kind: 'utterance', text, clientMsgId: crypto.randomUUID() });
          expect(answer.status).toBe(201);
        }
      }),
    );
    await Promise.all(everybody);
    for (const stream of streams) expect(seqs(stream)).toEqual(Array.from({ length: UTTERANCES }, (_, index) => index + 2));
    const waits = heardAt.flatMap((heard) => [...heard].map(([text, at]) => at - (sentAt.get(text) ?? at))).sort((a, b) => a - b);
    const at = (share: number) => Math.round(waits[Math.floor(waits.length * share)] ?? Number.NaN);
    console.log(`room: ${waits.length} deliveries, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, from the request to the reader`);
    expect(at(0.5)).toBeLessThan(PROMISED_MS);
    expect(at(0.99)).toBeLessThan(3 * PROMISED_MS);
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it('takes the same message id once, and answers the second time with 200', async () => {
    const incident = await create();
    const body = { kind: 'utterance', text: 'Once', clientMsgId: crypto.randomUUID() };
    const answers = [await first().post(`/api/incidents/${incident.id}/log`, body), await first().post(`/api/incidents/${incident.id}/log`, body)];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    const ids = answers.map((answer) => entryAnswerSchema.parse(answer.json()).entry.id);
    expect(ids[0]).toBe(ids[1]);
    expect((await log(incident)).items.filter(({ text }) => text === 'Once')).toHaveLength(1);
  });

  it('that is completed ends everybody’s stream in order, and lets nobody back in', async () => {
    const incident = await move(await create(), 'accept');
    const { cursor } = await log(incident);
    const streams = await Promise.all([observer, first(), observer.at(board().apps[1]?.url ?? '')].map((who) => listen(incident, who, cursor)));
    await move(incident, 'complete', { disposition: 'resolved' });
    for (const stream of streams) {
      expect(await stream.over).toBe('ended');
      expect(stream.events().at(-1)?.type).toBe('complete');
    }
    const again = await listen(incident, observer, streams[0]?.cursor() ?? null).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(StreamRefused);
    expect(again).toMatchObject({ status: 204, text: '' });
  });

  it('is heard on the common stream by those who ask for it, and by nobody else', async () => {
    const incident = await create();
    const { cursor } = await log(incident);
    const [asks, doesNot] = await Promise.all([
      observer.stream({ since: cursor ?? '', topics: `*,incident:${incident.id}` }),
      observer.stream({ since: cursor ?? '' }),
    ]);
    await first().post(`/api/incidents/${incident.id}/log`, { kind: 'note', text: 'In the room', clientMsgId: crypto.randomUUID() });
    await first().broadcast('after it');
    await Promise.all([asks, doesNot].map((stream) => stream?.waitForEvent('test.broadcast')));
    expect(asks?.events('utterance')).toHaveLength(1);
    expect(doesNot?.events('utterance')).toHaveLength(0);
    expect((await observer.poll(cursor ?? '', `*,incident:${incident.id}`)).events.map(({ type }) => type)).toContain('utterance');
  });

  it('does not exist for an incident that does not, and not for whom is signed out', async () => {
    expect((await observer.get('/api/incidents/nobody/stream')).status).toBe(404);
    expect((await observer.get('/api/incidents/nobody/log')).status).toBe(404);
    expect((await fetch(`${board().app.url}/api/incidents/x/stream`)).status).toBe(401);
  });
});
