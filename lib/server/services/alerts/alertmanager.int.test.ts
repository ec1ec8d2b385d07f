import { beforeEach, describe, expect, it } from 'vitest';
import { contextOf, fillUnits, recordsOf } from '@/testing/service-world';
import { useParts } from '@/testing/use-parts';

useParts();

const modules = async () => ({
  ...(await import('./alertmanager')),
  ...(await import('../units/assign')),
  ...(await import('../rooms/list')),
  ...(await import('@/lib/server/db/client')),
});

const FIRST = '2026-01-31T12:00:00.000Z';
const LATER = '2026-01-31T14:00:00.000Z';

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
const report = (...alerts: object[]) => ({ version: '4', groupKey: '{}', status: 'firing', receiver: 'watchroom', externalURL: 'http://alertmanager', truncatedAlerts: 0, alerts });
const take = async (...alerts: object[]) => (await modules()).takeAlerts(report(...alerts));
const incidents = async () => (await modules()).db().incident.findMany({ where: { source: 'api' }, orderBy: { ordinal: 'asc' } });

describe('a report of Alertmanager', () => {
  beforeEach(async () => {
    const { db } = await modules();
    await fillUnits();
    await db().incident.updateMany({ where: { source: 'api' }, data: { source: 'dispatcher', externalId: null } });
  });

  it('opens an incident for an alert that fires, once, however often it is reported', async () => {
    expect(await take(alert())).toEqual({ opened: 1, resolved: 0 });
    expect(await take(alert())).toEqual({ opened: 0, resolved: 0 });
    expect(await take(alert({ annotations: {} }))).toEqual({ opened: 0, resolved: 0 });
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
    expect(await take(alert({ status: 'resolved', endsAt: LATER }))).toEqual({ opened: 0, resolved: 1 });
    expect(await incidents()).toMatchObject([{ status: 'completed' }]);
    expect(await take(alert({ status: 'resolved', endsAt: LATER }))).toEqual({ opened: 0, resolved: 0 });
    // A late copy of the report that it fires.
    expect(await take(alert())).toEqual({ opened: 0, resolved: 0 });
  });

  it('opens another when the alert begins again', async () => {
    await take(alert());
    await take(alert({ status: 'resolved', endsAt: LATER }));
    expect(await take(alert({ startsAt: LATER }))).toEqual({ opened: 1, resolved: 0 });
    expect(await incidents()).toMatchObject([{ status: 'completed' }, { status: 'new' }]);
    // The same moment written otherwise is the same alert.
    expect(await take(alert({ startsAt: '2026-01-31T15:00:00.000+01:00' }))).toEqual({ opened: 0, resolved: 0 });
  });

  it('opens one when twenty come at once', async () => {
    const took = await Promise.all(Array.from({ length: 20 }, () => take(alert())));
    expect(took.reduce((sum, { opened }) => sum + opened, 0)).toBe(1);
    expect(await incidents()).toHaveLength(1);
  });

  it('with several alerts opens and completes each of its own, and does not mix up those that begin alike', async () => {
    expect(await take(alert({ fingerprint: 'aa' }), alert({ fingerprint: 'aab' }), alert({ fingerprint: 'aa' }))).toEqual({ opened: 2, resolved: 0 });
    expect(await take(alert({ fingerprint: 'aa', status: 'resolved' }), alert({ fingerprint: 'bb' }))).toEqual({ opened: 1, resolved: 1 });
    expect((await incidents()).map(({ status }) => status).sort()).toEqual(['completed', 'new', 'new']);
  });

  it('leaves an incident open that has units on it, and says in its log that the cause is gone', async () => {
    await take(alert());
    const [incident] = await incidents();
    const { assignUnit, listEntries } = await modules();
    const ctx = await contextOf('dispatcher1');
    await assignUnit(ctx, 'unit-L11', { incidentId: incident?.id });
    expect(await take(alert({ status: 'resolved', endsAt: LATER }))).toEqual({ opened: 0, resolved: 0 });
    expect(await incidents()).toMatchObject([{ status: 'active' }]);
    const texts = async () => (await listEntries(ctx, incident?.id ?? '')).items.map(({ text }) => text);
    expect((await texts()).at(-1)).toBe('The alert is resolved. Units are still assigned, so it stays open.');
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
    ['another version', { ...report(alert()), version: '3' }, 'version'],
    ['no alerts', { version: '4' }, 'alerts'],
    ['a state that there is not', report(alert({ status: 'pending' })), 'alerts.0.status'],
    ['no beginning', report(alert({ startsAt: 'now' })), 'alerts.0.startsAt'],
    ['a fingerprint that is none', report(alert({ fingerprint: '%' })), 'alerts.0.fingerprint'],
    ['too many alerts', report(...Array.from({ length: 1_001 }, () => alert())), 'alerts'],
  ])('with %s is refused in words, and opens nothing', async (_what, body, path) => {
    const { takeAlerts } = await modules();
    await expect(takeAlerts(body)).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/\.$/), extras: { details: [{ path, message: expect.stringMatching(/\S+ .+/) }] } });
    expect(await incidents()).toEqual([]);
  });
});
