import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { boardSchema, bonfireListSchema, incidentListSchema } from './board-answers';
import { contactField, hasContacts, withoutContacts } from './contacts';
import { EVENTS, isEventType } from './events';
import { can, ROLES } from './permissions';

describe('what only those may read who read contacts (S4)', () => {
  it('is null for the others wherever it stands, and nothing else is touched', () => {
    const person = z.object({ name: contactField(), town: z.string() });
    const schema = z.object({ first: person.nullable(), all: z.array(person), more: person.optional(), count: z.int() });
    const value = { first: { name: 'Kari', town: 'Moelv' }, all: [{ name: 'Ola', town: 'Brumunddal' }, { name: null, town: 'Hamar' }], count: 2 };
    expect(withoutContacts(schema, value)).toEqual({ first: { name: null, town: 'Moelv' }, all: [{ name: null, town: 'Brumunddal' }, { name: null, town: 'Hamar' }], count: 2 });
    expect(withoutContacts(schema, { ...value, first: null }).first).toBeNull();
    expect(value.all[0]?.name).toBe('Ola');
  });

  it('leaves a value alone whose schema has nothing private', () => {
    const value = { a: 1 };
    expect(withoutContacts(z.object({ a: z.number() }), value)).toBe(value);
  });

  it('stands in every event and answer that bears an incident or a bonfire notice', () => {
    const bearing = Object.keys(EVENTS).filter((type) => isEventType(type) && hasContacts(EVENTS[type].data));
    expect(bearing).toEqual(['incident.created', 'incident.updated', 'incident.status.changed', 'bonfire.created', 'bonfire.updated', 'bonfire.status.changed']);
    expect([boardSchema, bonfireListSchema, incidentListSchema].map(hasContacts)).toEqual([true, true, true]);
  });

  it('is read by every role that works on incidents or bonfires, and by no observer', () => {
    expect(ROLES.filter((role) => can(role, 'contacts.read'))).toEqual(ROLES.filter((role) => can(role, 'incidents.write') || can(role, 'bonfires.write')));
    expect(can('observer', 'contacts.read')).toBe(false);
  });
});
