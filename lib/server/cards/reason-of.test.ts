import { describe, expect, it } from 'vitest';
import { EVENTS, type EventType } from '@/lib/protocol/events';
import { reasonOf } from './reason-of';

const told = (type: EventType, data: unknown) => reasonOf({ type, json: JSON.stringify({ id: 'e', type, data, timestamp: '2026-11-20T12:00:00.000Z' }) });

describe('the reason on an outdated card', () => {
  it.each<[EventType, unknown, string]>([
    ['incident.created', { incident: { number: '2026-0412' } }, 'incident 2026-0412 came in'],
    ['incident.status.changed', { number: '2026-0412', incident: { number: '2026-0412' } }, 'incident 2026-0412 changed'],
    ['unit.assigned', { unit: { callSign: 'H11' }, incidentNumber: '2026-0412' }, 'unit H11 changed'],
    ['unit.codes.changed', { codes: [] }, 'the units changed'],
    ['bonfire.created', { bonfire: { place: { address: 'Storvika' } } }, 'the bonfire at Storvika was registered'],
    ['flash.sent', { flash: { title: 'Storm' } }, 'the message “Storm” was sent'],
    ['flash.receipt', { receipt: {} }, 'a message was received by somebody'],
    ['utterance', { incidentId: 'i', entry: {} }, 'the log of an incident grew'],
    ['server.status.changed', { name: 'Database', to: 'down', incident: { id: 'i', number: '2026-0412' } }, 'Database changed'],
    ['session.revoked', { userId: 'u' }, 'an account changed'],
  ])('of %s names what people know it by', (type, data, words) => {
    expect(told(type, data)).toBe(words);
  });

  it('is a sentence for every type of event, whatever it carries', () => {
    for (const type of Object.keys(EVENTS) as EventType[]) {
      for (const data of [{}, null, { unit: 3, flash: 'x', incident: 7 }]) expect(told(type, data)).toMatch(/^\S.* \S+$/);
    }
    expect(told('flash.sent', { flash: { title: 'x'.repeat(500) } }).length).toBeLessThan(120);
  });
});
