import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INCIDENT_TYPES, PRIORITIES } from '@/lib/protocol/incident';
import { parseIncidentLine } from './parse-incident-line';

test('reads a whole line', () => {
  expect(parseIncidentLine('p1 fire Smoke from roof @ Storgata 3, Lillehammer # Kari 91234567')).toEqual({
    priority: 'P1',
    type: 'fire',
    title: 'Smoke from roof',
    address: 'Storgata 3, Lillehammer',
    reporter: 'Kari 91234567',
    said: { priority: true, type: true },
  });
});

test('takes priority and type in either order, and either alone', () => {
  expect(parseIncidentLine('TRAFFIC P2 Two cars')).toMatchObject({ priority: 'P2', type: 'traffic', title: 'Two cars' });
  expect(parseIncidentLine('flood Water in cellar')).toMatchObject({ priority: 'P3', type: 'flood', title: 'Water in cellar', said: { priority: false, type: true } });
  expect(parseIncidentLine('p4 Cat in tree')).toMatchObject({ priority: 'P4', type: 'other', title: 'Cat in tree', said: { priority: true, type: false } });
});

test('only the first words are commands: a later or second one belongs to the title', () => {
  expect(parseIncidentLine('Smoke after fire p1')).toMatchObject({ priority: 'P3', type: 'other', title: 'Smoke after fire p1' });
  expect(parseIncidentLine('p1 alarm fire in lift')).toMatchObject({ priority: 'P1', type: 'alarm', title: 'fire in lift' });
  expect(parseIncidentLine('p1 p2 x')).toMatchObject({ priority: 'P1', title: 'p2 x' });
  expect(parseIncidentLine('p5 fire x')).toMatchObject({ priority: 'P3', type: 'other', title: 'p5 fire x' });
});

test('address and reporter come in either order, or not at all', () => {
  expect(parseIncidentLine('Smoke # Kari @ Storgata 3')).toMatchObject({ title: 'Smoke', address: 'Storgata 3', reporter: 'Kari' });
  expect(parseIncidentLine('Smoke')).toMatchObject({ address: null, reporter: null });
  expect(parseIncidentLine('Smoke @  # ')).toMatchObject({ title: 'Smoke', address: null, reporter: null });
  expect(parseIncidentLine('@ Storgata 3')).toMatchObject({ title: '', address: 'Storgata 3' });
});

test('a mark inside a word is text', () => {
  expect(parseIncidentLine('Mail from a@b.no @ Flat H0201#2 # c@d.no')).toMatchObject({ title: 'Mail from a@b.no', address: 'Flat H0201#2', reporter: 'c@d.no' });
});

test('a second mark of its kind is text of the part it stands in', () => {
  expect(parseIncidentLine('Smoke @ Storgata # Kari # 2 @ home')).toMatchObject({ address: 'Storgata', reporter: 'Kari # 2 @ home' });
});

test('an empty line says nothing', () => {
  expect(parseIncidentLine('   ')).toEqual({ priority: 'P3', type: 'other', title: '', address: null, reporter: null, said: { priority: false, type: false } });
});

test('whatever is written comes back from its parts', () => {
  const word = fc.stringMatching(/^[a-z]{2,8}$/).filter((text) => !INCIDENT_TYPES.some((type) => type === text));
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
  fc.assert(
    fc.property(fc.constantFrom(...PRIORITIES), fc.constantFrom(...INCIDENT_TYPES), words, words, words, (priority, type, title, address, reporter) => {
      const line = parseIncidentLine(`${type}  ${priority.toLowerCase()} ${title} @ ${address} # ${reporter}`);
      expect(line).toMatchObject({ priority, type, title, address, reporter });
    }),
  );
});
