import { beforeEach, expect, test } from 'vitest';
import { joinActivities, noteActivity, useActivity } from './activity';

const activity = (id: string, minute: number) => ({ id, at: `2026-11-21T12:${String(minute).padStart(2, '0')}:00.000Z`, subject: 'R1', text: 'x', href: '/units' });
const ids = () => useActivity.getState().items.map(({ id }) => id);

beforeEach(() => useActivity.setState({ items: [] }));

test('what happened last stands first, also when it was heard late', () => {
  noteActivity(activity('a', 1));
  noteActivity(activity('c', 3));
  noteActivity(activity('b', 2));
  expect(ids()).toEqual(['c', 'b', 'a']);
});

test('an event that comes again is not told again', () => {
  noteActivity(activity('a', 1));
  noteActivity(activity('a', 1));
  expect(ids()).toEqual(['a']);
});

test('only the last thirty are kept', () => {
  for (let minute = 0; minute < 40; minute += 1) noteActivity(activity(String(minute), minute));
  expect(ids()).toHaveLength(30);
  expect(ids()[0]).toBe('39');
});

test('what was heard and what was before are one list, each thing once', () => {
  const joined = joinActivities([activity('c', 3), activity('b', 2)], [activity('b', 2), activity('a', 1)]);
  expect(joined.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});
