import { describe, expect, it } from 'vitest';
import { readArguments } from './read-arguments';

describe('the words after npm run admin', () => {
  it('make an admin unless another role is named', () => {
    expect(readArguments(['create', 'Astrid@Example.org'])).toEqual({ verb: 'create', email: 'astrid@example.org', name: null, role: 'admin' });
    expect(readArguments(['create', 'kari@example.org', '--name', 'Kari Strand', '--role', 'dispatcher'])).toEqual({ verb: 'create', email: 'kari@example.org', name: 'Kari Strand', role: 'dispatcher' });
  });

  it('give an account a new password', () => {
    expect(readArguments(['reset', 'astrid@example.org'])).toEqual({ verb: 'reset', email: 'astrid@example.org' });
  });

  it.each([[[]], [['create']], [['remove', 'astrid@example.org']], [['create', 'a@example.org', 'b@example.org']], [['create', 'a@example.org', '--colour', 'red']], [['create', 'astrid']]])('say how they are used after %j', (args) => {
    expect(() => readArguments(args)).toThrow(/npm run admin -- create astrid@example\.org/);
  });

  it('name the roles when there is none like that', () => {
    expect(() => readArguments(['create', 'a@example.org', '--role', 'boss'])).toThrow('There is no role "boss". The roles are observer, dispatcher, supervisor, admin.');
  });
});
