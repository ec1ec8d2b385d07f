import { describe, expect, it } from 'vitest';
import { buttonCodes, codeChoices, fittingCodes, needsOf, policyWords, quickKey, settableCodes } from './code-choice';
import { aCode, aUnit, CODES } from './testing';

const names = (codes: readonly { readonly code: string }[]) => codes.map(({ code }) => code);

describe('the choice of a status', () => {
  it('leaves out what only the system sets', () => {
    expect(names(settableCodes(CODES))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']);
  });

  it('leaves out what is off the list', () => {
    expect(names(settableCodes([aCode('1', 'en_route', { removed: true }), aCode('10-8', 'standby')]))).toEqual(['10-8']);
  });

  it('has a key for a code of one character, and none for what is longer or means something everywhere', () => {
    const keys = ['5', 'b', 'ø', '#', '10', '10-8', '/', '?'].map((code) => quickKey(aCode(code, 'standby')));
    expect(keys).toEqual(['5', 'B', 'Ø', '#', null, null, null, null]);
  });

  it('has as many buttons as fit', () => {
    const codes = (...texts: string[]) => texts.map((text) => aCode(text, 'standby'));
    expect(names(fittingCodes(codes('1', '2', '3', '4', '5')))).toEqual(['1', '2', '3', '4', '5']);
    expect(names(fittingCodes(codes('10-8', '10-76', '10-97', '10-7')))).toEqual(['10-8', '10-76', '10-97']);
    expect(names(fittingCodes(codes('STANDBY1', 'STANDBY2', '3')))).toEqual(['STANDBY1', 'STANDBY2']);
  });

  it('gives buttons to what usually follows, never to what the unit has', () => {
    expect(names(buttonCodes(aUnit('R1', { code: '1', state: 'en_route' }), CODES))).toEqual(['2', '5', '6', '7', '0']);
    expect(names(buttonCodes(aUnit('R1'), CODES))).toEqual(['1', '5', '7', '9', '0']);
    expect(names(buttonCodes(aUnit('R1', { code: '7', state: 'out_of_service' }), CODES))).toEqual(['3', '6', '0']);
  });

  it('offers every code, and says which are unusual', () => {
    const choices = codeChoices(aUnit('R1'), CODES);
    expect(choices).toHaveLength(10);
    expect(names(choices.filter(({ usual }) => !usual).map(({ code }) => code))).toEqual(['2', '3', '4', '8']);
  });

  it('asks only for what a code needs', () => {
    expect(needsOf(aCode('7', 'out_of_service', { requiresNote: true }))).toEqual({ note: true, minutes: false });
    expect(needsOf(aCode('0', 'available_delayed', { requiresMinutes: true }))).toEqual({ note: false, minutes: true });
    expect(needsOf(aCode('1', 'en_route'))).toBeNull();
  });

  it('tells what the policy will say', () => {
    const unit = aUnit('R1');
    const unusual = aCode('2', 'on_scene');
    expect(policyWords(unit, unusual, 'warn')).toBe('2 is unusual after 6.');
    expect(policyWords(unit, unusual, 'enforce')).toBe('The policy refuses 2 after 6.');
    expect(policyWords(unit, unusual, 'off')).toBeNull();
    expect(policyWords(unit, aCode('1', 'en_route'), 'enforce')).toBeNull();
  });
});
