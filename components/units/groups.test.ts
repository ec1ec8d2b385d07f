import { describe, expect, it } from 'vitest';
import { UNIT_STATES } from '@/lib/protocol/unit';
import { boardLines, findByCallSign, groupUnits, UNIT_GROUPS, unitBeside } from './groups';
import { aUnit } from './testing';

describe('the groups of the unit board', () => {
  it('have a place for every state, and one only', () => {
    const states = UNIT_GROUPS.flatMap((group) => group.states);
    expect([...states].sort()).toEqual([...UNIT_STATES].sort());
  });

  it('stand in working order, each by call sign as people read it', () => {
    const units = [
      aUnit('R11', { state: 'available_mobile' }),
      aUnit('R2', { state: 'available_mobile' }),
      aUnit('R30', { state: 'out_of_service' }),
      aUnit('R4', { state: 'alerted' }),
      aUnit('A1'),
    ];
    const lines = boardLines(groupUnits(units)).map((line) => (line.kind === 'heading' ? line.group.label : line.unit.callSign));
    expect(lines).toEqual(['Alerted', 'R4', 'Available', 'R2', 'R11', 'A1', 'Out of service', 'R30']);
  });

  it('counts groups without units as well', () => {
    expect(groupUnits([]).map((group) => group.units.length)).toEqual(UNIT_GROUPS.map(() => 0));
  });
});

describe('moving on the board', () => {
  const lines = boardLines(groupUnits([aUnit('R1', { state: 'alerted' }), aUnit('R2'), aUnit('R3')]));

  it('passes over headings and stops at both ends', () => {
    expect(unitBeside(lines, 'id-R1', 1)?.callSign).toBe('R2');
    expect(unitBeside(lines, 'id-R3', 1)?.callSign).toBe('R3');
    expect(unitBeside(lines, 'id-R1', -1)?.callSign).toBe('R1');
  });

  it('begins on top', () => {
    expect(unitBeside(lines, null, -1)?.callSign).toBe('R1');
    expect(unitBeside(lines, 'gone', 1)?.callSign).toBe('R1');
  });
});

describe('finding a call sign', () => {
  const units = ['R11', 'R1', 'A2.1', 'XR1'].map((sign) => aUnit(sign));

  it('prefers the whole sign, then its beginning, then a part', () => {
    expect(findByCallSign(units, 'r1')?.callSign).toBe('R1');
    expect(findByCallSign(units, 'x')?.callSign).toBe('XR1');
    expect(findByCallSign(units, '2.')?.callSign).toBe('A2.1');
  });

  it('finds nothing for nothing', () => {
    expect(findByCallSign(units, '  ')).toBeUndefined();
    expect(findByCallSign(units, 'R9')).toBeUndefined();
  });
});
