import { describe, expect, it } from 'vitest';
import { SERVICE_STATES, type ServiceState } from '@/lib/protocol/infrastructure';
import { WORST_FIRST } from './state-look';
import { countStates, countWords, overallWords } from './summary';
import { aService } from './testing';

const all = (...states: ServiceState[]) => states.map((state, index) => aService(`S${index + 1}`, { state }));

it('every state has its place among the worse and the better', () => {
  expect([...WORST_FIRST].sort()).toEqual([...SERVICE_STATES].sort());
});

it('counts say what is well first, then the worst', () => {
  expect(countWords(countStates(all('up', 'maintenance', 'up', 'down', 'warn')))).toBe('2 up · 1 down · 1 warn · 1 in maintenance');
  expect(countWords(countStates([]))).toBe('');
});

describe('the whole in a sentence', () => {
  it.each([
    [[], 'unknown', 'Nothing is watched'],
    [['up', 'up'], 'up', 'All 2 services are up'],
    [['up'], 'up', 'S1 is up'],
    [['up', 'paused', 'up'], 'up', 'All watched services are up'],
    [['up', 'down', 'warn'], 'down', 'S2 is down'],
    [['down', 'up', 'down'], 'down', '2 of 3 services are down'],
    [['down', 'down'], 'down', 'All 2 services are down'],
    [['up', 'unknown'], 'unknown', 'S2 is not known'],
    [['unknown', 'unknown'], 'unknown', 'Nothing is known of any of the 2 services'],
    [['up', 'warn', 'unknown'], 'warn', 'S2 is working with warnings'],
    [['up', 'maintenance'], 'maintenance', 'S2 is in maintenance'],
    [['paused'], 'paused', 'S1 is paused'],
  ] as const)('%j → %s: %s', (states, state, text) => {
    expect(overallWords(all(...states))).toEqual({ state, text });
  });
});
