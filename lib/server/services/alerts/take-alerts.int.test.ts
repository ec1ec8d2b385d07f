import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { contextOf, fillUnits, recordsOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();
process.env.WEBHOOK_TOKEN = 'a-token-for-tests-of-webhooks-123';

const modules = async () => ({
  ...(await import('./take-alerts')),
  ...(await import('./severities')),
  ...(await import('../incidents/transition')),
  ...(await import('../incidents/create')),
  ...(await import('../incidents/list')),
  ...(await import('../units/assign')),
  ...(await import('../units/clear')),
  ...(await import('../rooms/list')),
  ...(await import('@/lib/server/db/client')),
});

const FIRST = '2026-01-31T12:00:00.000Z';
const LATER = '2026-01-31T14:00:00.000Z';
const LAST = '2026-01-31T16:00:00.000Z';

/** An alert as Alertmanager sends it, with what it sends beside. */
const alert = (over: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'HostDown', instance: 'db1:9100', severity: 'critical' },
  annotations: { summary: 'The host does not answer' },
  startsAt: FIRST,
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus/graph',
  fingerprint: 'c0ffee0123456789',
  ...over,
});
const report = (...alerts: unknown[]) => ({ version: '4', groupKey: '{}', status: 'firing', receiver: 'watchroom', externalURL: 'http://alertmanager', truncatedAlerts: 0, alerts });
const take = async (...alerts: unknown[]) => (await modules()).takeAlerts(report(...alerts));
/** What came of a report, with only what is not nothing named. */
const took = (over: object = {}) => ({ opened: 0, resolved: 0, noted: 0, known: 0, refused: [], left: [], ...over });
const incidents = async () => (await modules()).db().incident.findMany({ where: { source: 'api' }, orderBy: { ordinal: 'asc' } });
const only = async () => {
  const [incident, ...others] = await incidents();
  expect(others).toEqual([]);
  return incident?.id ?? '';
};
const textsOf = async (incidentId: string) => {
  const { listEntries } = await modules();
  return (await listEntries(await contextOf('dispatcher1'), incidentId)).items.map(({ text }) => text);
};
const move = async (incidentId: string, action: string, over: object = {}) => {
  const { transitionIncident, db } = await modules();
  const { version } = await db().incident.findUniqueOrThrow({ where: { id: incidentId } });
  return transitionIncident(await contextOf('dispatcher1'), incidentId, { action, version, ...over });
};
const newIncident = async () => {
  const { createIncident } = await modules();
  return (await createIncident(await contextOf('dispatcher1'), { title: 'Smoke at the data centre', type: 'fire', priority: 'P2' })).incident.id;
};

beforeEach(async () => {
  const { db } = await modules();
  await fillUnits();
  await db().setting.deleteMany();
  await db().alert.deleteMany();
  await db().incident.updateMany({ where: { source: 'api' }, data: { source: 'dispatcher', externalId: null } });
});

describe('a report of Alertmanager', () => {
  it('opens an incident for an alert that fires, once, however often it is reported', async () => {
    expect(await take(alert())).toEqual(took({ opened: 1 }));
    expect(await take(alert())).toEqual(took({ known: 1 }));
        const all = await incidents();
    expect(all).toMatchObject([{ title: 'The host does not answer · db1:9100', type: 'alarm', priority: 'P1', status: 'new', reporter: 'Alertmanager' }]);
    const { events, audit } = await recordsOf(all[0]?.id ?? '');
    expect(events.map(({ type }) => type)).toContain('incident.created');
    expect(audit.map(({ action }) => action)).toContain('incident.create');
  });

  it.each([['critical', 'P1'], ['warning', 'P3'], ['info', 'P4'], ['something else', 'P3']])('takes the severity %s as %s', async (severity, priority) => {
    await take(alert({ labels: { severity } }));
    expect(await incidents()).toMatchObject([{ priority }]);
  });

  it('completes it when the alert is resolved, and has nothing more to do after that', async () => {
    await take(alert());
    expect(await take(alert({ status: 'resolved', endsAt: LATER }))).toEqual(took({ resolved: 1 }));
    expect(await incidents()).toMatchObject([{ status: 'completed' }]);
    expect(await take(alert({ status: 'resolved', endsAt: LATER }))).toEqual(took({ known: 1 }));
    // A late copy of the report that it fires.
    expect(await take(alert())).toEqual(took({ known: 1 }));
  });

  it('opens another when the alert begins again', async () => {
    await take(alert());
    await take(alert({ status: 'resolved', endsAt: LATER }));
    expect(await take(alert({ startsAt: LATER }))).toEqual(took({ opened: 1 }));
    expect(await incidents()).toMatchObject([{ status: 'completed' }, { status: 'new' }]);
    // The same moment written otherwise is the same alert.
    expect(await take(alert({ startsAt: '2026-01-31T15:00:00.000+01:00' }))).toEqual(took({ known: 1 }));
  });

  it('opens one when twenty come at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => take(alert())));
    expect(all.reduce((sum, { opened }) => sum + opened, 0)).toBe(1);
    expect(await incidents()).toHaveLength(1);
  });

  it('with several alerts opens and completes each of its own, and does not mix up those that begin alike', async () => {
    expect(await take(alert({ fingerprint: 'aa' }), alert({ fingerprint: 'aab' }), alert({ fingerprint: 'aa' }))).toEqual(took({ opened: 2, known: 1 }));
    expect(await take(alert({ fingerprint: 'aa', status: 'resolved' }), alert({ fingerprint: 'bb' }))).toEqual(took({ opened: 1, resolved: 1 }));
    expect((await incidents()).map(({ status }) => status).sort()).toEqual(['completed', 'new', 'new']);
  });

  it('leaves an incident open that has units on it, and says in its log that the cause is gone', async () => {
    await take(alert());
    const [incident] = await incidents();
    const { assignUnit } = await modules();
    const ctx = await contextOf('dispatcher1');
    await assignUnit(ctx, 'unit-L11', { incidentId: incident?.id });
    expect(await take(alert({ status: 'resolved', endsAt: LATER }))).toEqual(took({ noted: 1 }));
    expect(await incidents()).toMatchObject([{ status: 'active' }]);
    const texts = await textsOf(incident?.id ?? '');
    expect(texts.at(-1)).toBe('The alert is resolved. Units are still assigned, so it stays open.');
    // Repeats of the end write nothing.
    for (let i = 0; i < 3; i += 1) expect(await take(alert({ status: 'resolved', endsAt: LATER }))).toEqual(took({ known: 1 }));
    expect(await textsOf(incident?.id ?? '')).toEqual(texts);
    // It fires again: the incident is still there for it.
    expect(await take(alert({ startsAt: LAST }))).toEqual(took({ noted: 1 }));
    expect((await textsOf(await only())).at(-1)).toBe('The alert fires again since 2026-01-31 16:00:00 UTC.');
  });

  it('makes a title of whatever it is given', async () => {
    await take(alert({ fingerprint: 'a1', annotations: {}, labels: {} }));
    await take(alert({ fingerprint: 'a2', annotations: { summary: ' two\nlines\u0000\u202e ' }, labels: {} }));
    await take(alert({ fingerprint: 'a3', annotations: { summary: 'x'.repeat(500) }, labels: {} }));
    await take(alert({ fingerprint: 'a4', annotations: { summary: `x${'🔥'.repeat(200)}` }, labels: {} }));
    await take(alert({ fingerprint: 'a5', annotations: { summary: '🔥'.repeat(200) }, labels: {} }));
    await take(alert({ fingerprint: 'a6', annotations: { summary: 'half \ud83d a sign' }, labels: {} }));
    const titles = (await incidents()).map(({ title }) => title);
    expect(titles).toHaveLength(6);
    expect(titles.slice(0, 2)).toEqual(['Alert', 'two lines']);
    for (const title of titles) {
      expect(title.length).toBeLessThanOrEqual(120);
      expect(title).not.toMatch(/\p{Surrogate}|\p{Cc}|\ufffd/u);
    }
  });

  it.each([
    ['no object', 'hello', ''],
    ['no alerts', { version: '4' }, 'alerts'],
    ['alerts that are no list', { version: '4', alerts: { a: 1 } }, 'alerts'],
  ])('with %s is refused in words, and opens nothing', async (_what, body, path) => {
    const { takeAlerts } = await modules();
    await expect(takeAlerts(body)).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/\.$/), extras: { details: [{ path, message: expect.stringMatching(/\S+ .+/) }] } });
    expect(await incidents()).toEqual([]);
  });
});

describe('a report of another sender', () => {
  it('in the form that Grafana sends is taken (a sample made for this test): version 1, values null, dashboards and panels', async () => {
    const { takeAlerts } = await modules();
    const body: unknown = JSON.parse(readFileSync(new URL('testing/grafana.json', import.meta.url), 'utf8'));
    expect(await takeAlerts(body)).toEqual(took({ opened: 1, known: 1 }));
    expect(await incidents()).toMatchObject([{ priority: 'P2', reporter: 'Grafana', title: 'Disk is nearly full · db1, /var' }]);
    const [first] = await textsOf(await only());
    expect(first).toContain('Description: 97 % of /var is used.');
    for (const link of ['Runbook: https://wiki.example/disk', 'Dashboard: https://grafana.example/d/abc?orgId=1', 'Panel: https://grafana.example/d/abc?orgId=1&viewPanel=4', 'Silence: https://grafana.example/alerting/silence/new']) expect(first).toContain(link);
    expect(first).not.toContain('__');
  });

  it.each([
    ['no fingerprint', { fingerprint: undefined }],
    ['an empty fingerprint', { fingerprint: '' }],
    ['a fingerprint that is a number', { fingerprint: 7 }],
    ['a fingerprint with other characters', { fingerprint: '%{x}/y' }],
    ['no annotations', { annotations: undefined }],
    ['annotations null', { annotations: null }],
    ['labels and annotations that are no text', { labels: { alertname: 'A', port: 9100, up: false, odd: { a: 1 }, none: null }, annotations: { value: 1.5 } }],
    ['no status but no end either', { status: undefined }],
    ['a status in capitals', { status: 'FIRING' }],
    ['no beginning', { startsAt: undefined }],
    ['an end that is none', { endsAt: 'never' }],
    ['nanoseconds', { startsAt: '2026-01-31T12:00:00.123456789+01:00' }],
    ['fields that nobody knows', { __proto__: { a: 1 }, imageURL: null, values: null, valueString: '[ var=A ]' }],
    ['NUL and other controls in its texts', { labels: { alertname: 'A\u0000B' }, annotations: { summary: '\u0000', description: 'a\u0000b\u001b[31m' } }],
  ])('with %s: the alert opens one incident, is known when it comes again, and ends', async (_what, over) => {
    expect(await take(alert(over))).toEqual(took({ opened: 1 }));
    expect(await take(alert(over))).toEqual(took({ known: 1 }));
    expect(await take(alert({ ...over, status: 'Resolved', endsAt: LATER }))).toEqual(took({ resolved: 1 }));
    expect(await textsOf(await only()).then((texts) => texts.join())).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('without fingerprints is told apart by labels, in whatever order they come', async () => {
    const of = (labels: object) => alert({ fingerprint: undefined, labels });
    expect(await take(of({ alertname: 'A', host: 'one' }), of({ alertname: 'A', host: 'two' }))).toEqual(took({ opened: 2 }));
    expect(await take(of({ host: 'one', alertname: 'A' }), of({ host: 'two', alertname: 'A' }))).toEqual(took({ known: 2 }));
  });

  it('with odd alerts among good ones: each odd one is named with its reason, its neighbours are taken', async () => {
    const odd = [null, 'text', alert({ status: 'pending' }), alert({ startsAt: 'now' }), alert({ startsAt: '9999-12-31T00:00:00Z' }), { status: 'firing', startsAt: FIRST }];
    const answer = await take(alert({ fingerprint: 'a1' }), ...odd, alert({ fingerprint: 'a2' }));
    expect(answer).toMatchObject({ opened: 2, left: [] });
    expect(answer.refused.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { reason } of answer.refused) expect(reason).toMatch(/^[“A-Za-z].+\.$/);
    expect(answer.refused[2]?.reason).toContain('pending');
  });

  it('is answered 200 while any alert could be judged, so that nobody sends it again for ever, and 422 when none could', async () => {
    const { POST } = await import('@/app/api/webhooks/alertmanager/route');
    const post = (body: unknown) => POST(new Request('http://localhost/api/webhooks/alertmanager', { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${process.env.WEBHOOK_TOKEN}` }, body: JSON.stringify(body) }));
    expect((await post(report(alert({ status: 'pending' })))).status).toBe(422);
    expect((await post(report(alert({ status: 'pending' }), alert()))).status).toBe(200);
    expect((await post(report())).status).toBe(200);
  });
});

describe('severities', () => {
  it.each([['CRITICAL', 'P1'], ['fatal', 'P1'], ['Emergency', 'P1'], ['disaster', 'P1'], ['P1', 'P1'], ['major', 'P2'], ['High', 'P2'], ['ERROR', 'P2'], ['p2', 'P2'], ['Warning', 'P3'], ['INFO', 'P4'], ['constructor', 'P3']])('%s means %s', async (severity, priority) => {
    await take(alert({ labels: { severity } }));
    expect(await incidents()).toMatchObject([{ priority }]);
  });

  it('mean what an admin says, in any case; nobody else may say it', async () => {
    const { putSeverities, listSeverities } = await modules();
    const table = { P1: ['Sev-0'], P2: [], P3: [], P4: ['critical'], otherwise: 'P2' };
    await expect(putSeverities(await contextOf('supervisor'), table)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(putSeverities(await contextOf('admin'), { ...table, P2: ['SEV-0'] })).rejects.toMatchObject({ code: 'invalid', extras: { details: [{ path: 'P2', message: expect.stringContaining('P1') }] } });
    await putSeverities(await contextOf('admin'), table);
    expect(await listSeverities(await contextOf('admin'))).toEqual({ severities: { ...table, P1: ['sev-0'] } });
    await take(...['sev-0', 'Critical', 'whatever'].map((severity, index) => alert({ fingerprint: `s${index}`, labels: { severity } })));
    expect((await incidents()).map(({ priority }) => priority)).toEqual(['P1', 'P4', 'P2']);
  });
});

describe('what an alert says', () => {
  it('stands in the first entry of the log: description, labels, links, and since when', async () => {
    await take(alert({ annotations: { summary: 'The host does not answer', description: 'No answer\nfor 5 minutes.', runbook_url: 'https://wiki.example/host', dashboard: 'https://grafana.example/d/1' } }));
    const [first, ...others] = await textsOf(await only());
    expect(others).toEqual([]);
    for (const words of ['Came in as P1 alarm: The host does not answer · db1:9100', 'Firing since 2026-01-31 12:00:00 UTC', 'Description: No answer\nfor 5 minutes.', 'Runbook: https://wiki.example/host', 'Dashboard: https://grafana.example/d/1', 'Source: http://prometheus/graph', 'Labels: alertname=HostDown, instance=db1:9100, severity=critical']) expect(first).toContain(words);
  });

  it('is added as a note when it changes, once, and only what changed', async () => {
    const says = (description: string) => alert({ annotations: { summary: 'Disk is filling', description } });
    await take(says('90 % used.'));
    expect(await take(says('95 % used.'))).toEqual(took({ noted: 1 }));
    expect(await take(says('95 % used.'))).toEqual(took({ known: 1 }));
    expect(await take(alert({ annotations: { summary: 'Disk is filling' } }))).toEqual(took({ noted: 1 }));
    const texts = await textsOf(await only());
    expect(texts.slice(1)).toEqual(['The alert says something new.\nDescription: 95 % used.', 'The alert says something new.\nDescription: (no longer said)']);
  });

  it('gives its incident a place: an address, a position, or both', async () => {
    const at = (fingerprint: string, annotations: object, labels: object = {}) => alert({ fingerprint, annotations: { summary: 'Water', ...annotations }, labels: { alertname: 'Water', ...labels } });
    await take(at('w1', { lat: '61.115', lon: '10.466' }), at('w2', {}, { latitude: '61.2', longitude: '10.5' }), at('w3', { address: 'Strandgata 1' }), at('w4', { lat: 'north', lng: '10' }));
    expect((await incidents()).map(({ title, address, lat, lng }) => [title, address, lat, lng])).toEqual([
      ['Water', null, 61.115, 10.466],
      ['Water', null, 61.2, 10.5],
      ['Water', 'Strandgata 1', null, null],
      ['Water', null, null, null],
    ]);
    const { listIncidents } = await modules();
    expect((await listIncidents(await contextOf('observer'), { q: '61.115, 10' })).items).toMatchObject([{ location: { address: null, lat: 61.115, lng: 10.466 } }]);
  });

  it('can be longer than an entry: it is cut, never refused', async () => {
    const annotations = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`text_${index}`, '🔥'.repeat(5_000)]));
    expect(await take(alert({ annotations, labels: { ...annotations, alertname: 'x'.repeat(500) } }))).toEqual(took({ opened: 1 }));
    expect((await textsOf(await only()))[0]?.length).toBeLessThanOrEqual(4_000);
  });

  it('tells alerts of one summary apart in their titles', async () => {
    const disk = (fingerprint: string, labels: object) => alert({ fingerprint, annotations: { summary: 'Disk is nearly full' }, labels: { alertname: 'DiskFull', severity: 'warning', ...labels } });
    await take(disk('d1', { instance: 'db1', device: '/dev/sda1' }), disk('d2', { instance: 'db1', device: '/dev/sdb1' }), disk('d3', { instance: 'db2', device: '/dev/sda1' }), disk('d4', { shard: 'blue' }), disk('d5', { shard: 'green' }));
    const titles = (await incidents()).map(({ title }) => title);
    expect(titles.slice(0, 2)).toEqual(['Disk is nearly full · db1, /dev/sda1', 'Disk is nearly full · db1, /dev/sdb1']);
    expect(new Set(titles).size).toBe(5);
  });
});

describe('an alert that begins again', () => {
  it('goes to the incident of its fingerprint while that is open, and says so in its log', async () => {
    await take(alert());
    expect(await take(alert({ startsAt: LATER }))).toEqual(took({ noted: 1 }));
    expect(await take(alert({ startsAt: LATER }))).toEqual(took({ known: 1 }));
    // The other of two senders still tells the earlier beginning.
    expect(await take(alert())).toEqual(took({ known: 1 }));
    expect((await textsOf(await only())).slice(1)).toEqual(['The alert began again at 2026-01-31 14:00:00 UTC.']);
    // An end of the earlier time is late; that of the later one counts, whichever beginning it names.
    expect(await take(alert({ status: 'resolved', endsAt: '2026-01-31T13:00:00Z' }))).toEqual(took({ known: 1 }));
    expect(await take(alert({ status: 'resolved', endsAt: LAST }))).toEqual(took({ resolved: 1 }));
  });

  it('does not come back for a repeat after people completed its incident, but for a new beginning', async () => {
    await take(alert());
    const id = await only();
    await move(id, 'accept');
    await move(id, 'complete', { disposition: 'no_action_needed' });
    expect(await take(alert())).toEqual(took({ known: 1 }));
    expect(await take(alert({ startsAt: LATER }))).toEqual(took({ opened: 1 }));
  });
});

describe('an alert whose incident was merged', () => {
  it('reaches the log of the target: what it says, that it fires again, and its end, each once', async () => {
    await take(alert());
    const [own, target] = [await only(), await newIncident()];
    await move(own, 'merge', { targetId: target });
    const before = (await textsOf(target)).length;
    expect(await take(alert({ startsAt: LATER }))).toEqual(took({ noted: 1 }));
    expect(await take(alert({ startsAt: LATER, status: 'resolved', endsAt: LAST }))).toEqual(took({ noted: 1 }));
    expect(await take(alert({ startsAt: LATER, status: 'resolved', endsAt: LAST }))).toEqual(took({ known: 1 }));
    const texts = (await textsOf(target)).slice(before);
    expect(texts).toEqual([expect.stringMatching(/^\d{4}-\d{4}, merged into this one \(The host does not answer · db1:9100\): The alert began again/), expect.stringMatching(/^\d{4}-\d{4}, merged .*: The alert is resolved\.$/)]);
    const { db } = await modules();
    // Somebody else's incident is theirs to complete.
    expect(await db().incident.findUniqueOrThrow({ where: { id: target } })).toMatchObject({ status: 'new' });
  });

  it('keeps an incident of alerts open until the last of them ends', async () => {
    await take(alert({ fingerprint: 'm1' }), alert({ fingerprint: 'm2' }));
    const [one, other] = await incidents();
    await move(one?.id ?? '', 'merge', { targetId: other?.id });
    expect(await take(alert({ fingerprint: 'm2', status: 'resolved', endsAt: LATER }))).toEqual(took({ noted: 1 }));
    expect((await textsOf(other?.id ?? '')).at(-1)).toBe('The alert is resolved. Another alert of this incident still fires, so it stays open.');
    expect(await take(alert({ fingerprint: 'm1', status: 'resolved', endsAt: LATER }))).toEqual(took({ resolved: 1 }));
    expect((await incidents()).map(({ status }) => status)).toEqual(['merged', 'completed']);
  });
});

describe('a storm', () => {
  const storm = (count: number) => Array.from({ length: count }, (_, index) => alert({ fingerprint: `f${index}`, labels: { alertname: 'Down', instance: `host${index}`, severity: index === 4 ? 'critical' : 'info' } }));

  it('is taken up to a size; the rest is named in the answer, stands on the board as one, and is taken from the next report', async () => {
    const { takeAlerts } = await modules();
    const first = await takeAlerts(report(...storm(6)), 3);
    expect(first).toMatchObject({ opened: 3, left: [{ index: 3, title: 'The host does not answer · host3' }, { index: 4 }, { index: 5 }] });
    const rest = (await incidents()).at(-1);
    expect(rest).toMatchObject({ priority: 'P1', title: 'More alerts than one report may open' });
    expect((await textsOf(rest?.id ?? ''))[0]).toContain('3: The host does not answer · host3; ');
    expect(await takeAlerts(report(...storm(6)), 3)).toEqual(took({ opened: 3, known: 3 }));
    expect((await incidents()).find(({ id }) => id === rest?.id)).toMatchObject({ status: 'completed' });
    expect(await takeAlerts(report(...storm(6)), 3)).toEqual(took({ known: 6 }));
  });

  it('that its sender cut short (max_alerts) is told as well', async () => {
    const { takeAlerts } = await modules();
    await takeAlerts({ ...report(alert()), truncatedAlerts: 40 });
    expect((await textsOf((await incidents()).at(-1)?.id ?? ''))[0]).toContain('Left out by the sender (max_alerts): 40');
  });

  it('of ends completes every incident, however many', async () => {
    const { takeAlerts } = await modules();
    await takeAlerts(report(...storm(6)));
    expect(await takeAlerts(report(...storm(6).map((one) => ({ ...one, status: 'resolved', endsAt: LATER }))), 3)).toEqual(took({ resolved: 6 }));
  });

  it('from two senders at once opens each incident once, and writes each note once', async () => {
    const { takeAlerts } = await modules();
    const twice = async (alerts: unknown[]) => {
      const [a, b] = await Promise.all([takeAlerts(report(...alerts)), takeAlerts(report(...[...alerts].reverse()))]);
      return { opened: a.opened + b.opened, noted: a.noted + b.noted, resolved: a.resolved + b.resolved };
    };
    expect(await twice(storm(10))).toEqual({ opened: 10, noted: 0, resolved: 0 });
    expect(await twice(storm(10).map((one) => ({ ...one, annotations: { summary: 'Still down' } })))).toEqual({ opened: 0, noted: 10, resolved: 0 });
    expect(await twice(storm(10).map((one) => ({ ...one, status: 'resolved', endsAt: LATER })))).toEqual({ opened: 0, noted: 0, resolved: 10 });
    expect(await incidents()).toHaveLength(10);
  });
});
