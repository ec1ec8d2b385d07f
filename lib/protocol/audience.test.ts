import { describe, expect, it } from 'vitest';
import { roleSees, viewerSees, type Audience } from './audience';
import { can, ROLES } from './permissions';
import { boardWithRooms, chooseTopics, defaultTopics, hearsWholeBoard } from './topics';

const flash: Audience = [{ permission: 'flash.read', roles: ['observer'] }, { permission: 'flash.send' }];
const receipt: Audience = [{ permission: 'flash.send' }, { permission: 'flash.read', userIds: ['anna'] }];

describe('roles', () => {
  it('grow: each holds all that the one before holds', () => {
    expect(ROLES.map((role) => can(role, 'board.read'))).toEqual([true, true, true, true]);
    expect(ROLES.map((role) => can(role, 'flash.ack'))).toEqual([false, true, true, true]);
    expect(ROLES.map((role) => can(role, 'flash.send'))).toEqual([false, false, true, true]);
    expect(ROLES.map((role) => can(role, 'users.manage'))).toEqual([false, false, false, true]);
  });
});

describe('audience', () => {
  it('shows an event to the roles it names and to those a second rule lets in', () => {
    expect(ROLES.filter((role) => roleSees(flash, role))).toEqual(['observer', 'supervisor', 'admin']);
  });

  it('shows a personal event to its person and to no other of the same role', () => {
    expect(viewerSees(receipt, { userId: 'anna', role: 'dispatcher' })).toBe(true);
    expect(viewerSees(receipt, { userId: 'bert', role: 'dispatcher' })).toBe(false);
    expect(roleSees(receipt, 'dispatcher')).toBe(false);
    expect(viewerSees(receipt, { userId: 'bert', role: 'supervisor' })).toBe(true);
  });
});

describe('topics', () => {
  it('default to what the role may hear', () => {
    expect(defaultTopics('dispatcher')).toEqual(['flash', 'incidents', 'units', 'bonfires', 'infra', 'cards', 'test']);
    expect(defaultTopics('admin')).toContain('admin');
  });

  it('leave out what the role may not hear and name what does not exist', () => {
    expect(chooseTopics('flash,admin', 'dispatcher')).toEqual({ topics: ['flash'] });
    expect(chooseTopics('flash,nonsense,toString', 'admin')).toEqual({ unknown: ['nonsense', 'toString'] });
    expect(chooseTopics(null, 'observer')).toEqual({ topics: defaultTopics('observer') });
  });

  it('can be all of the board and rooms beside it', () => {
    expect(chooseTopics('*,incident:abc-1', 'observer')).toEqual({ topics: [...defaultTopics('observer'), 'incident:abc-1'] });
    expect(chooseTopics('incident:abc-1', 'observer')).toEqual({ topics: ['incident:abc-1'] });
    expect(chooseTopics('incident:,incident:a b,incident', 'observer')).toEqual({ unknown: ['incident:', 'incident:a b', 'incident'] });
    expect(boardWithRooms([])).toBeNull();
    expect(boardWithRooms(['b', 'a', 'b'])).toBe('*,incident:a,incident:b');
    expect([null, '*,incident:a', 'flash'].map(hearsWholeBoard)).toEqual([true, true, false]);
    const most = boardWithRooms(Array.from({ length: 100 }, (_, index) => `room${index}`));
    expect(chooseTopics(most, 'observer')).toHaveProperty('topics');
  });
});
