import { describe, expect, it } from 'vitest';
import { ageInfrastructure, applyTick, buildInfrastructurePayload, infrastructureSchema, infraTickSchema, tickOf, type Service } from './infrastructure';

const NOON = Date.parse('2026-11-21T12:00:00.000Z');
const at = (ms: number) => new Date(NOON + ms);

function aService(over: Partial<Service> = {}): Service {
  return {
    id: 'a', key: 'a', name: 'A', kind: 'http', target: 'https://a.example/', state: 'up', since: at(-60_000).toISOString(), pending: null,
    checked_at: at(0).toISOString(), interval_ms: 2_000, latency_ms: 12, message: null, uptime: { d1: 1, d30: 0.999, y1: null }, uptime_from: { d1: null, d30: null, y1: null }, maintenance: null, incident: null,
    ...over,
  };
}

describe('the payload of infrastructure (N1)', () => {
  it('fits its own schema', () => {
    expect(infrastructureSchema.parse(buildInfrastructurePayload([aService()], at(0), at(0)))).toMatchObject({ success: true, schema_version: 1, status: 'up' });
  });

  it.each([
    [['up', 'up'], 'up'], [['up', 'warn'], 'warn'], [['warn', 'down'], 'down'], [['up', 'unknown'], 'unknown'], [['warn', 'unknown'], 'warn'],
    [['up', 'maintenance'], 'up'], [['maintenance', 'paused'], 'maintenance'], [['paused'], 'unknown'], [[], 'unknown'],
  ] as const)('%o together are %s', (states, status) => {
    const services = states.map((state, index) => aService({ id: String(index), state }));
    expect(buildInfrastructurePayload(services, at(0), at(0)).status).toBe(status);
  });
});

describe('a payload that grows old (N4)', () => {
  const payload = buildInfrastructurePayload([aService(), aService({ id: 'slow', interval_ms: 60_000 }), aService({ id: 'off', state: 'paused' })], at(0), at(0));

  it('is what it was until three intervals have passed without a sample', () => {
    expect(ageInfrastructure(payload, at(5_999)).services.map(({ state }) => state)).toEqual(['up', 'up', 'paused']);
  });

  it('then knows nothing any more of the service that is due: never green', () => {
    const aged = ageInfrastructure(payload, at(6_000));
    expect(aged.services.map(({ state }) => state)).toEqual(['unknown', 'up', 'paused']);
    expect(aged.status).toBe('unknown');
    expect(aged.services[0]).toMatchObject({ since: at(6_000).toISOString(), pending: null });
    expect(ageInfrastructure(payload, at(180_000)).services.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'paused']);
  });

  it('says the same when it is aged twice, and keeps when it was looked at', () => {
    const once = ageInfrastructure(payload, at(9_000));
    expect(ageInfrastructure(once, at(20_000)).services[0]).toEqual(once.services[0]);
    expect(once.checked_at).toBe(payload.checked_at);
  });

  it('knows nothing of a service that says up without ever having been looked at', () => {
    expect(buildInfrastructurePayload([aService({ checked_at: null })], null, at(0)).services[0]?.state).toBe('unknown');
  });
});

describe('a tick', () => {
  const before = buildInfrastructurePayload([aService(), aService({ id: 'b', name: 'B' })], at(0), at(0));
  const later = buildInfrastructurePayload([aService({ checked_at: at(2_000).toISOString(), latency_ms: 44, pending: { outcome: 'fail', count: 1, needed: 3 } }), aService({ id: 'b', name: 'B' })], at(2_000), at(2_000));

  it('brings a screen to what the whole payload would have said', () => {
    const tick = infraTickSchema.parse(JSON.parse(JSON.stringify(tickOf(later, at(2_000)))));
    expect(applyTick(before, tick)).toEqual(later);
  });

  it('that is no newer changes nothing, and one of an unknown service adds none', () => {
    expect(applyTick(later, tickOf(before, at(0)))).toBe(later);
    const strange = tickOf({ ...later, services: [aService({ id: 'strange' })] }, at(4_000));
    expect(applyTick(later, strange).services.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('that brings a service down turns the whole', () => {
    expect(applyTick(before, tickOf({ ...later, services: [aService({ state: 'down' })] }, at(2_000))).status).toBe('down');
  });
});
