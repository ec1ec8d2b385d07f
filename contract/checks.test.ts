import { describe, expect, it } from 'vitest';
import type { Infrastructure, Service } from '@/lib/protocol/infrastructure';
import type { InfraHistory } from '@/lib/protocol/monitor';
import { ALL_CHECKS } from './all-checks';
import { evaluate } from './evaluate';
import type { Answer, Chunk, Sample } from './sample';
import { frame, goodSample, payloadAt, START } from './testing/good-sample';

type Change = (good: Sample) => Sample;
/** Ids of checks that must fail, and a sample on which they must. */
type Row = readonly [ids: string, what: string, change: Change];

const withRest = (change: Partial<Answer>): Change => (good) => ({ ...good, rest: { ...good.rest, ...change } });
/** The payload of REST with other fields; nothing is believed of their types. */
const payload = (change: object): Change => (good) => withRest({ text: JSON.stringify({ ...payloadAt(START - 700), ...change }) })(good);
/** The first service of REST with other fields. */
const service = (change: object): Change => {
  const [first, ...others] = payloadAt(START - 700).services;
  return payload({ services: [{ ...first, ...change }, ...others] });
};
const headers = (of: 'rest' | 'stream' | 'history', change: Record<string, string>): Change => (good) => ({ ...good, [of]: { ...good[of], headers: { ...good[of].headers, ...change } } });
const without = (of: 'rest' | 'stream', name: string): Change => (good) => ({ ...good, [of]: { ...good[of], headers: Object.fromEntries(Object.entries(good[of].headers).filter(([key]) => key !== name)) } });
const answer = (of: 'restAnonymous' | 'restForeign' | 'restPost' | 'streamAnonymous' | 'streamForeign' | 'schema', change: Partial<Answer>): Change => (good) => ({ ...good, [of]: { ...good[of], ...change } });
const chunks = (change: (chunks: readonly Chunk[]) => readonly Chunk[]): Change => (good) => ({ ...good, stream: { ...good.stream, chunks: change(good.stream.chunks) } });
/** Every piece of the stream through a change of its text. */
const text = (change: (text: string, index: number) => string): Change => chunks((all) => all.map((chunk, index) => ({ ...chunk, text: change(chunk.text, index) })));
const isInfra = ({ text: one }: Chunk) => one.includes('event: infra');
const isHeartbeat = ({ text: one }: Chunk) => one.startsWith(':heartbeat');
/** The first infra event with another payload; its own checked_at unless that is changed too. */
const pushed = (change: (payload: Infrastructure) => object): Change =>
  chunks((all) => {
    const first = all.find(isInfra);
    const look = START - 700;
    return all.map((chunk) => (chunk === first ? { ...chunk, text: frame('infra', change(payloadAt(look)), START + chunk.atMs, String(look)) } : chunk));
  });
const history = (change: (items: InfraHistory['items']) => object): Change => (good) => {
  const body = JSON.parse(good.history.text) as InfraHistory;
  return { ...good, history: { ...good.history, text: JSON.stringify({ ...body, items: change(body.items) }) } };
};
const firstItem = (change: (item: InfraHistory['items'][number]) => object): Change => history(([first, ...others]) => [first ? change(first) : {}, ...others]);
const polls = (change: (poll: Answer, index: number) => Answer): Change => (good) => ({ ...good, polls: good.polls.map(change) });
const polled = (change: (payload: Infrastructure) => object): Change => polls((poll) => ({ ...poll, text: JSON.stringify(change(JSON.parse(poll.text) as Infrastructure)) }));
const at = (ms: number) => new Date(START + ms).toISOString();
const error = (code: string, message = 'No.') => JSON.stringify({ error: { code, message } });

const ROWS: readonly Row[] = [
  ['access.rest.exists', 'there is no such address', withRest({ status: 404 })],
  ['access.rest.exists rest.schema', 'no answer comes', withRest({ status: 0, text: '', failure: 'ECONNREFUSED' })],
  ['access.rest.anonymous', 'anybody is let in', answer('restAnonymous', { status: 200 })],
  ['access.rest.anonymous-words', 'the refusal is a page', answer('restAnonymous', { text: '<html>' })],
  ['access.rest.anonymous-words', 'the refusal has no content-type', answer('restAnonymous', { headers: {} })],
  ['access.rest.anonymous-words', 'the refusal has no words', answer('restAnonymous', { text: error('unauthenticated', ' ') })],
  ['access.stream.anonymous', 'anybody may listen', answer('streamAnonymous', { status: 200 })],
  ['access.stream.anonymous-words', 'the refusal has another code', answer('streamAnonymous', { text: error('forbidden') })],
  ['access.rest.foreign', 'a page of another site may look', answer('restForeign', { status: 200 })],
  ['access.rest.foreign-words', 'the refusal has another code', answer('restForeign', { text: error('forbidden') })],
  ['access.stream.foreign', 'a page of another site may listen', answer('streamForeign', { status: 200 })],
  ['access.stream.foreign-words', 'the refusal is empty', answer('streamForeign', { text: '' })],
  ['access.rest.post', 'POST is taken', answer('restPost', { status: 200 })],

  ['rest.content-type', 'it is called text', headers('rest', { 'content-type': 'text/plain' })],
  ['rest.cache-control', 'caches may keep it', headers('rest', { 'cache-control': 'max-age=5' })],
  ['rest.cache-control', 'nothing is said to caches', without('rest', 'cache-control')],
  ['rest.schema rest.json-schema', 'a field more', payload({ version: 2 })],
  ['rest.schema rest.json-schema', 'a field more in a service', service({ secret: 'x' })],
  ['rest.schema rest.json-schema', 'a list instead of the payload', withRest({ text: '[]' })],
  ['rest.schema-published', 'nothing is published', answer('schema', { status: 404 })],
  ['rest.schema-published', 'another schema is published', answer('schema', { text: '{}' })],

  ['payload.success', 'success is a word', payload({ success: 'true' })],
  ['payload.schema-version', 'another version', payload({ schema_version: 2 })],
  ['payload.status', 'all is well, and it says down', payload({ status: 'down' })],
  ['payload.status', 'one is down, and it says up', service({ state: 'down' })],
  ['payload.status', 'one is unknown, and it says up', service({ state: 'unknown' })],
  ['payload.checked-at', 'a time in words', payload({ checked_at: 'now' })],
  ['payload.checked-at payload.recent', 'nobody ever looked', payload({ checked_at: null })],
  ['payload.recent', 'the last look was a while ago', payload({ checked_at: at(-8_100) })],
  ['payload.recent', 'the last look is to come', payload({ checked_at: at(2_100) })],

  ['service.id', 'a number', service({ id: 7 })],
  ['service.key', 'a number', service({ key: 7 })],
  ['service.name', 'nothing', service({ name: null })],
  ['service.kind', 'an unknown kind', service({ kind: 'smtp' })],
  ['service.target', 'nothing', service({ target: null })],
  ['service.state', 'a colour', service({ state: 'green' })],
  ['service.since', 'a day', service({ since: '2026-01-31' })],
  ['service.pending', 'a number', service({ pending: 2 })],
  ['service.pending', 'a field more', service({ pending: { outcome: 'fail', count: 1, needed: 3, since: null } })],
  ['service.checked-at', 'a local time', service({ checked_at: '2026-01-31T12:00:00+01:00' })],
  ['service.interval-ms', 'a part of one', service({ interval_ms: 0.5 })],
  ['service.latency-ms', 'below 0', service({ latency_ms: -1 })],
  ['service.message', 'a number', service({ message: 5 })],
  ['service.uptime', 'in percent', service({ uptime: { d1: 100, d30: null, y1: null } })],
  ['service.uptime', 'a time is missing', service({ uptime: { d1: 1, d30: 1 } })],
  ['service.uptime-from', 'a length', service({ uptime_from: { d1: null, d30: 60_000, y1: null } })],
  ['service.maintenance', 'a word', service({ maintenance: 'yes' })],
  ['service.incident', 'its number alone', service({ incident: '2026-0001' })],

  ['services.seven', 'six', payload({ services: payloadAt(START).services.slice(1) })],
  ['services.seven', 'none', payload({ services: [] })],
  ['services.ids', 'one id twice', service({ id: 'm1' })],
  ['services.keys', 'one key twice', service({ key: 'key-m1' })],
  ['services.named', 'an empty name', service({ name: ' ' })],
  ['services.pending', 'up, and ok is pending', service({ pending: { outcome: 'ok', count: 1, needed: 2 } })],
  ['services.pending', 'three of three', service({ pending: { outcome: 'fail', count: 3, needed: 3 } })],
  ['services.pending', 'paused, and something is pending', service({ state: 'paused', pending: { outcome: 'fail', count: 1, needed: 3 } })],
  ['services.fresh', 'up by an old look', service({ checked_at: at(-8_001) })],
  ['services.fresh', 'down by an old look', service({ state: 'down', checked_at: at(-8_001) })],
  ['services.looked-at services.fresh', 'up by no look at all', service({ checked_at: null })],
  ['services.unknown', 'unknown without a reason', service({ state: 'unknown' })],
  ['services.before-the-whole', 'looked at after the whole', service({ checked_at: at(-699) })],
  ['services.since', 'up from tomorrow on', service({ since: at(86_400_000) })],
  ['services.maintenance', 'in no maintenance that it names', service({ state: 'maintenance' })],
  ['services.maintenance', 'up, and names one', service({ maintenance: { id: 'w', title: 'Works', until: at(60_000) } })],
  ['services.no-secrets', 'a password', service({ target: 'postgresql://me:secret@db/x' })],
  ['services.no-secrets', 'a password without a scheme', service({ target: 'me:secret@db' })],
  ['services.no-secrets', 'a user name', service({ target: 'https://me@example.org/' })],
  ['services.no-secrets', 'a query', service({ target: 'https://example.org/?key=1' })],

  ['history.exists', 'it cannot be read', (good) => ({ ...good, history: { ...good.history, status: 500 } })],
  ['history.exists', 'caches may keep it', headers('history', { 'cache-control': 'public' })],
  ['history.schema', 'a field more', firstItem((item) => ({ ...item, name: 'x' }))],
  ['history.slices', 'a slice is missing', firstItem((item) => ({ ...item, slices: item.slices.slice(1) }))],
  ['history.order', 'the newest first', firstItem((item) => ({ ...item, slices: item.slices.toReversed() }))],
  ['history.order', 'all of them from yesterday', (good) => ({ ...good, history: { ...good.history, headers: { ...good.history.headers, date: new Date(START + 86_400_000).toUTCString() } } })],
  ['history.latencies', 'the newest first', firstItem((item) => ({ ...item, latencies: item.latencies.toReversed() }))],
  ['history.services', 'one is missing', history((items) => items.slice(1))],

  ['stream.status stream.not-encoded', 'it is refused', (good) => ({ ...good, stream: { ...good.stream, status: 503, chunks: [] } })],
  ['stream.status', 'it does not answer', (good) => ({ ...good, stream: { ...good.stream, status: 0, headers: {}, chunks: [], endedEarly: 'ECONNREFUSED' } })],
  ['stream.content-type', 'it is called text', headers('stream', { 'content-type': 'text/plain' })],
  ['stream.no-cache', 'caches may keep it', headers('stream', { 'cache-control': 'no-transform' })],
  ['stream.no-transform', 'it may be changed', headers('stream', { 'cache-control': 'no-cache' })],
  ['stream.no-buffering', 'proxies are told nothing', without('stream', 'x-accel-buffering')],
  ['stream.not-encoded', 'it is compressed', headers('stream', { 'content-encoding': 'gzip' })],
  ['stream.connected-first stream.nothing-before', 'infra comes first', chunks(([first, second, ...others]) => [second, first, ...others].filter((one) => one !== undefined))],
  ['stream.nothing-before', 'a heartbeat comes first', chunks((all) => [{ atMs: 40, text: `:heartbeat ${at(40)}\n\n` }, ...all])],
  ['stream.nothing-before', 'a comment stands before it', text((one, index) => (index === 0 ? `:hello\n${one}` : one))],
  ['stream.connected-once', 'it comes twice', chunks(([first, ...others]) => (first ? [first, first, ...others] : []))],
  ['stream.connected-first stream.connected-once stream.connected-message', 'it does not come', chunks((all) => all.slice(1))],
  ['stream.connected-message', 'it says nothing', text((one) => one.replace('You get the state of every service.', ''))],
  ['stream.connected-soon', 'it comes late', chunks((all) => all.map((chunk) => ({ ...chunk, atMs: chunk.atMs + 2_000 })))],
  ['stream.pace-told', 'no interval', text((one) => one.replace('"interval_ms":2000,"heartbeat_ms"', '"heartbeat_ms"'))],
  ['stream.pace-told', 'a heartbeat in words', text((one) => one.replace('"heartbeat_ms":5000', '"heartbeat_ms":"5 s"'))],
  ['stream.pace', 'every three seconds', text((one, index) => (index === 0 ? one.replace('"interval_ms":2000', '"interval_ms":3000') : one))],
  ['stream.pace', 'a heartbeat every six seconds', text((one) => one.replace('"heartbeat_ms":5000', '"heartbeat_ms":6000'))],

  ['pace.open', 'it ends', (good) => ({ ...good, stream: { ...good.stream, endedEarly: 'the server ended it' } })],
  ['pace.infra pace.gaps', 'two are missing', chunks((all) => { const infra = all.filter(isInfra); return all.filter((chunk) => chunk !== infra[5] && chunk !== infra[6]); })],
  ['pace.infra', 'two too many', chunks((all) => all.flatMap((chunk, index) => (index === 5 || index === 6 ? [chunk, chunk] : [chunk])))],
  ['pace.gaps', 'one is late', chunks((all) => { const infra = all.filter(isInfra); return all.filter((chunk) => chunk !== infra[5]); })],
  ['pace.gaps', 'the first comes late', chunks((all) => all.filter((chunk) => !isInfra(chunk) || chunk.atMs > 3_500))],
  ['pace.gaps', 'they stop', chunks((all) => all.filter((chunk) => !isInfra(chunk) || chunk.atMs < 26_000))],
  ['pace.heartbeats', 'one is missing', chunks((all) => all.filter((chunk) => chunk !== all.filter(isHeartbeat)[2]))],
  ['pace.heartbeats', 'every second', chunks((all) => all.flatMap((chunk) => (isHeartbeat(chunk) ? [chunk, chunk] : [chunk])))],
  ['pace.heartbeats pace.heartbeat-form pace.heartbeat-order', 'none', chunks((all) => all.filter((chunk) => !isHeartbeat(chunk)))],
  ['pace.heartbeat-form', 'in words', text((one) => one.replace(/:heartbeat .*/, ':heartbeat now'))],
  ['pace.heartbeat-form', 'with something else in it', text((one) => one.replace(/(:heartbeat .*)/, '$1\nid: 5'))],
  ['pace.heartbeat-order', 'always the same', text((one) => one.replace(/:heartbeat .*/, `:heartbeat ${at(0)}`))],

  ['content.line-ends', 'CR LF', text((one) => one.replaceAll('\n', '\r\n'))],
  ['content.line-ends', 'a byte order mark', text((one, index) => (index === 0 ? `\ufeff${one}` : one))],
  ['content.line-ends', 'nothing at all', chunks(() => [])],
  ['content.known', 'something else', text((one, index) => (index === 2 ? `${frame('tick', {}, START)}${one}` : one))],
  ['content.known', 'a comment', text((one, index) => (index === 2 ? `:ping\n\n${one}` : one))],
  ['content.standard-reader', 'data twice in one event', text((one, index) => (index === 2 ? one.replace('data: ', 'data: {}\ndata: ') : one))],
  ['content.standard-reader', 'nothing at all', chunks(() => [])],
  ['content.envelope', 'bare data', text((one) => one.replace(/data: .*/, 'data: {"message":"x"}'))],
  ['content.envelope', 'no JSON', text((one, index) => (index === 2 ? one.replace(/data: .*/, 'data: x') : one))],
  ['content.envelope', 'another type inside', text((one) => one.replace('{"type":"infra"', '{"type":"tick"'))],
  ['content.timestamp', 'in milliseconds', text((one) => one.replace(/"timestamp":"[^"]*"/, '"timestamp":1'))],
  ['content.schema content.json-schema', 'a field more', pushed((whole) => ({ ...whole, more: 1 }))],
  ['content.schema content.json-schema', 'a state that there is not', pushed((whole) => ({ ...whole, status: 'green' }))],
  ['content.status', 'all is well, and it says down', pushed((whole) => ({ ...whole, status: 'down' }))],
  ['content.fresh', 'up by an old look', pushed((whole) => ({ ...whole, services: whole.services.map((one) => ({ ...one, checked_at: at(-7_100) })) }))],
  ['content.forward', 'it goes back', chunks((all) => { const infra = all.filter(isInfra); return all.map((chunk) => (chunk === infra[3] ? { ...chunk, text: infra[1]?.text ?? '' } : chunk)); })],
  ['content.moves fallback.forward', 'it stands still', (good) => polls(() => good.rest)(chunks((all) => { const first = all.find(isInfra); return all.map((chunk) => (isInfra(chunk) ? { ...chunk, text: first?.text ?? '' } : chunk)); })(good))],
  ['content.id', 'no id', text((one) => one.replace(/^id: .*\n/, ''))],
  ['content.id', 'a count', text((one, index) => one.replace(/^id: .*/, `id: ${index}`))],
  ['content.schema content.forward content.moves', 'no infra event', chunks((all) => all.filter((chunk) => !isInfra(chunk)))],

  ['content.forward content.moves content.id', 'nobody looks', text((one) => one.replace(/("status":"up","checked_at":)"[^"]*"/, '$1null'))],
  ['equality.same-look equality.services equality.whole', 'REST tells of other looks', polled((whole) => ({ ...whole, checked_at: at(1) }))],
  ['equality.services', 'REST tells another latency', polled((whole) => ({ ...whole, services: whole.services.map((one: Service) => ({ ...one, latency_ms: 5 })) }))],
  ['equality.services', 'REST leaves one out', polled((whole) => ({ ...whole, services: whole.services.slice(0, -1) }))],
  ['equality.services', 'REST tells one more', polled((whole) => ({ ...whole, services: [...whole.services, whole.services[0]] }))],
  ['equality.whole', 'REST tells a field more', polled((whole) => ({ ...whole, region: 'x' }))],

  ['fallback.answers', 'REST fails once', polls((poll, index) => (index === 3 ? { ...poll, status: 503 } : poll))],
  ['fallback.answers fallback.fields', 'REST is not asked', (good) => ({ ...good, polls: [] })],
  ['fallback.fields', 'no checked_at', polled((whole) => ({ ...whole, checked_at: null }))],
  ['fallback.fields', 'no interval', polled((whole) => ({ ...whole, services: whole.services.map((one: Service) => ({ ...one, interval_ms: null })) }))],
  ['fallback.fields', 'no status', polled((whole) => ({ ...whole, status: null }))],
  ['fallback.forward', 'REST goes back', (good) => ({ ...good, polls: good.polls.toReversed() })],
];

const failedOn = (sample: Sample) => evaluate(sample).filter(({ passed }) => !passed);

describe('the contract', () => {
  it('holds on an instance in good health, check by check, and has at least 37 of them', () => {
    expect(failedOn(goodSample())).toEqual([]);
    expect(ALL_CHECKS.length).toBeGreaterThanOrEqual(37);
  });

  it('has a name and an id of its own for every check', () => {
    expect(new Set(ALL_CHECKS.map(({ id }) => id)).size).toBe(ALL_CHECKS.length);
    expect(new Set(ALL_CHECKS.map(({ name, group }) => `${group}: ${name}`)).size).toBe(ALL_CHECKS.length);
  });

  it.each(ROWS)('fails %s when: %s', (ids, _what, change) => {
    const sample = change(goodSample());
    expect(sample).not.toEqual(goodSample());
    const failed = failedOn(sample);
    expect(failed.map(({ id }) => id)).toEqual(expect.arrayContaining(ids.split(' ')));
    for (const { detail } of failed) expect(detail).toMatch(/^\S+ .+[.?]$/s);
    expect(failed.filter(({ detail }) => detail.startsWith('This could not be looked at'))).toEqual([]);
  });

  it('has seen each check failing', () => {
    const seen = new Set(ROWS.flatMap(([ids]) => ids.split(' ')));
    expect(ALL_CHECKS.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
  });
});

describe('what is no breach of the contract', () => {
  const rows: readonly (readonly [string, Change])[] = [
    ['a service that is unknown because too few looks were taken', (good) => payload({ status: 'unknown', services: unknownFirst({ pending: { outcome: 'ok', count: 1, needed: 2 } }) })(good)],
    ['a service that is unknown because its last look is too old', (good) => payload({ status: 'unknown', services: unknownFirst({ checked_at: at(-20_000), since: at(-14_000) }) })(good)],
    ['a service that was never looked at', (good) => payload({ status: 'unknown', services: unknownFirst({ checked_at: null, since: null }) })(good)],
    ['a service that is paused in its maintenance', service({ state: 'paused', maintenance: { id: 'w', title: 'Works', until: at(60_000) } })],
    ['a service in maintenance that fails', service({ state: 'maintenance', maintenance: { id: 'w', title: 'Works', until: at(60_000) }, pending: { outcome: 'fail', count: 2, needed: 3 } })],
    ['a retry before the first event', text((one, index) => (index === 0 ? `retry: 1000\n${one}` : one))],
    ['pieces that end anywhere', chunks((all) => all.flatMap(({ atMs, text: one }) => [{ atMs, text: one.slice(0, 20) }, { atMs: atMs + 1, text: one.slice(20) }]))],
    ['one event more', chunks((all) => all.flatMap((chunk, index) => (index === 5 ? [chunk, chunk] : [chunk])))],
  ];

  it.each(rows)('%s', (_what, change) => {
    expect(failedOn(change(goodSample()))).toEqual([]);
  });

  it('a service that turned unknown by its age between the event and the answer', () => {
    const late = (whole: Infrastructure): Infrastructure => ({ ...whole, services: whole.services.map((one, index) => (index === 0 ? { ...one, checked_at: new Date(Date.parse(whole.checked_at ?? '') - 5_300).toISOString() } : one)) });
    const sent = chunks((all) => all.map((chunk) => (isInfra(chunk) ? { ...chunk, text: frame('infra', late(payloadOf(chunk)), START + chunk.atMs, idOf(chunk)) } : chunk)));
    const aged = (whole: Infrastructure): object => ({ ...late(whole), status: 'unknown', services: late(whole).services.map((one, index) => (index === 0 ? { ...one, state: 'unknown', since: new Date(Date.parse(one.checked_at ?? '') + 6_000).toISOString(), message: 'No sample for 3 intervals: nobody knows.' } : one)) });
    expect(failedOn(polled(aged)(sent(goodSample())))).toEqual([]);
  });
});

function unknownFirst(change: object): object[] {
  return payloadAt(START - 700).services.map((one, index) => (index === 0 ? { ...one, state: 'unknown', ...change } : one));
}

function payloadOf(chunk: Chunk): Infrastructure {
  const line = chunk.text.split('\n').find((one) => one.startsWith('data: ')) ?? '';
  return (JSON.parse(line.slice('data: '.length)) as { data: Infrastructure }).data;
}

function idOf(chunk: Chunk): string {
  return /^id: (.*)$/m.exec(chunk.text)?.[1] ?? '';
}
