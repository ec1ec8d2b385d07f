import { describe, expect, it } from 'vitest';
import { buildInfrastructurePayload, type Service } from '@/lib/protocol/infrastructure';
import { FULL_ON_CHANGE_UP_TO, shapeOf } from './shape';

const at = new Date('2026-11-21T12:00:00.000Z');
const services = (count: number, over: Partial<Service> = {}): Service[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index), key: String(index), name: 'A', kind: 'tcp', target: 'a:1', state: 'up', since: at.toISOString(), pending: null, checked_at: at.toISOString(), interval_ms: 2_000,
    latency_ms: 1, message: null, uptime: { d1: 1, d30: 1, y1: 1 }, uptime_from: { d1: null, d30: null, y1: null }, maintenance: null, incident: null, ...(index === 0 ? over : {}),
  }));
const shape = (count: number, over: Partial<Service> = {}) => shapeOf(buildInfrastructurePayload(services(count, over), at, at));

describe('what sends the whole instead of a tick', () => {
  const figures: Partial<Service> = { latency_ms: 99, pending: { outcome: 'fail', count: 1, needed: 3 }, message: 'Slow.' };
  const changed: Partial<Service>[] = [{ state: 'down' }, { uptime: { d1: 0.5, d30: 1, y1: 1 } }, { uptime_from: { d1: at.toISOString(), d30: null, y1: null } }];
  const set: Partial<Service>[] = [{ name: 'B' }, { incident: { id: 'i', number: '2026-0001' } }, { maintenance: { id: 'm', title: 'Works', until: at.toISOString() } }, { interval_ms: 4_000 }];

  it('of few services is every state, and never a figure', () => {
    expect(shape(7, figures)).toBe(shape(7));
    for (const over of [...changed, ...set]) expect(shape(7, over)).not.toBe(shape(7));
  });

  it('of many is only what ticks cannot tell: one that flaps must not fill the event log', () => {
    const many = FULL_ON_CHANGE_UP_TO + 1;
    for (const over of [figures, ...changed]) expect(shape(many, over)).toBe(shape(many));
    for (const over of set) expect(shape(many, over)).not.toBe(shape(many));
    expect(shape(many + 1)).not.toBe(shape(many));
  });
});
