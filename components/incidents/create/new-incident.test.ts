import { expect, test } from 'vitest';
import { newIncident } from './new-incident';

const make = (text: string) => newIncident({ text, clientMsgId: 'abcdefgh' });

test('makes a request of a line', () => {
  expect(make('p2 traffic Two cars @ E6 Biri # Ola')).toEqual({
    ok: true,
    incident: { priority: 'P2', type: 'traffic', title: 'Two cars', location: { address: 'E6 Biri' }, reporter: 'Ola', clientMsgId: 'abcdefgh' },
  });
});

test('a line without a title is not sent', () => {
  expect(make('p1 fire @ Storgata 3')).toEqual({ ok: false, problem: 'Write what happened.' });
});

test('what is too long is named', () => {
  expect(make('x'.repeat(121))).toEqual({ ok: false, problem: 'The title does not fit. Use at most 120 characters.' });
  expect(make(`Smoke @ ${'x'.repeat(301)}`)).toMatchObject({ ok: false, problem: expect.stringContaining('The address') });
});
