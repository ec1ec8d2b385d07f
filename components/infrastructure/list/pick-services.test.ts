import { describe, expect, it } from 'vitest';
import { aService } from '../testing';
import { pickServices, readChoice } from './pick-services';

const services = [aService('A'), aService('B', { state: 'warn' }), aService('C', { state: 'down' }), aService('D'), aService('E', { state: 'down' })];
const names = (state: string | null, sort: string | null) => pickServices(services, readChoice(state, sort)).map(({ name }) => name).join('');

describe('which services are shown', () => {
  it('all in their own order, so that nothing jumps when one goes down', () => expect(names(null, null)).toBe('ABCDE'));
  it('problems first when asked, each kind in its own order', () => expect(names(null, 'problems')).toBe('CEBAD'));
  it('those of one state', () => expect(names('down', null)).toBe('CE'));
  it('all when the address says something that is no state', () => expect(names('great', 'loudest')).toBe('ABCDE'));
});
