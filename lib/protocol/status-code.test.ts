import { describe, expect, it } from 'vitest';
import { newCodeSchema, planCodes, type NewCode } from './status-code';
import { codeProblem, looksLikeCode, sameCode } from './status-code-text';
import { setUnitStatusSchema, type StatusCode } from './unit';

const present = (code: string, patch: Partial<StatusCode> = {}): StatusCode => ({
  code,
  text: `Text ${code}`,
  state: 'en_route',
  colour: null,
  removed: false,
  requiresNote: false,
  requiresMinutes: false,
  warnSeconds: null,
  alertSeconds: null,
  position: 0,
  version: 1,
  ...patch,
});
const line = (code: string, patch: Partial<NewCode> = {}): NewCode => ({ code, text: `Text ${code}`, state: 'en_route', ...patch });

describe('a status code', () => {
  it.each(['5', '10-8', '10008', 'DISP', 'ø', 'é', '8/2', '#', 'constru', '10-8 '.trim()])('can be %s', (code) => {
    expect(codeProblem(code)).toBeNull();
    expect(setUnitStatusSchema.safeParse({ code }).success).toBe(true);
  });

  it.each([
    ['', 'Write a code.'],
    ['10 8', 'A code has no spaces.'],
    ['123456789', 'A code has at most 8 characters.'],
    ['\u3164', 'Only characters that can be seen make a code.'],
    ['1\u200b', 'Only characters that can be seen make a code.'],
    ['1\u0000', 'Only characters that can be seen make a code.'],
    ['\u0301', 'Only characters that can be seen make a code.'],
  ])('cannot be %j, and no unit can be given it', (code, words) => {
    expect(codeProblem(code)).toBe(words);
    expect(looksLikeCode(code)).toBe(false);
  });

  it.each(['>1', '.', '..', 'clear', 'ACK', 'A', 'a'])('cannot be %j, which means something else', (code) => {
    expect(codeProblem(code)).toMatch(/\.$/);
  });

  it('is one with its small letters', () => {
    expect(sameCode('Disp', 'dISP')).toBe(true);
    expect(sameCode('o', 'ø')).toBe(false);
  });

  it('takes a colour in the ways they are written, and says when it cannot', () => {
    expect(newCodeSchema.parse({ ...line('1'), colour: '#AbC' }).colour).toBe('#aabbcc');
    expect(newCodeSchema.parse({ ...line('1'), colour: '' }).colour).toBeNull();
    expect(newCodeSchema.safeParse({ ...line('1'), colour: 'url(x)' }).error?.issues[0]?.message).toBe('Write a colour as #1f6feb.');
  });
});

describe('a list of codes', () => {
  const now = [present('1', { warnSeconds: 60 }), present('2'), present('3')];

  it('merged in changes what it names, adds the new at the end, and leaves the rest as it stands', () => {
    const plan = planCodes(now, [line('4'), line('1', { text: 'Rykker ut' }), line('2')], 'merge');
    expect(plan).toMatchObject({ problems: [], added: ['4'], changed: ['1'], removed: [] });
    expect(plan.next.map(({ code }) => code)).toEqual(['1', '2', '3', '4']);
    expect(plan.next[0]).toMatchObject({ text: 'Rykker ut', warnSeconds: 60 });
  });

  it('in place of the present one removes what it does not name, and stands in its own order', () => {
    const plan = planCodes(now, [line('10-8'), line('1')], 'replace');
    expect(plan).toMatchObject({ problems: [], added: ['10-8'], changed: [], removed: ['2', '3'] });
    expect(plan.next.map(({ code }) => code)).toEqual(['10-8', '1']);
  });

  it('names the line that cannot be taken', () => {
    expect(planCodes(now, [line('x'), line('y'), line('X')], 'replace').problems).toEqual([{ index: 2, message: 'X stands in it twice.' }]);
    expect(planCodes([present('ab')], [line('AB')], 'merge').problems).toEqual([{ index: 0, message: 'There is a code ab already. Write it in the same way.' }]);
    expect(planCodes([present('ab')], [line('AB')], 'replace').problems).toEqual([]);
    expect(planCodes(now, [line('1', { alertSeconds: 30 })], 'merge').problems).toEqual([{ index: 0, message: 'The alert must come after the warning.' }]);
  });

  it('has a hundred codes at most, with those it is merged into', () => {
    const many = Array.from({ length: 99 }, (_, index) => line(`n${index}`));
    expect(planCodes(now, many, 'merge').problems).toHaveLength(1);
    expect(planCodes(now, many, 'replace').problems).toEqual([]);
  });
});
