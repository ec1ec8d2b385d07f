import { describe, expect, it } from 'vitest';
import { aUnit } from '../testing';
import { BLANK_UNIT, changesOf, draftOf, problemsOf, readUnit } from './unit-draft';

const typed = { callSign: ' L11 ', name: 'Lillehammer pumper', kind: 'pumper', station: 'Lillehammer', position: '61.115, 10.466' };

describe('the form of a unit', () => {
  it('asks for what was typed', () => {
    expect(readUnit(typed)).toEqual({ unit: { ...typed, callSign: 'L11', position: { lat: 61.115, lng: 10.466 } } });
    expect(readUnit({ ...typed, position: '' })).toMatchObject({ unit: { position: null } });
    expect(readUnit({ ...typed, position: '-61; 10' })).toMatchObject({ unit: { position: { lat: -61, lng: 10 } } });
  });

  it('says beside each field what is wrong with it', () => {
    expect(Object.keys((readUnit(BLANK_UNIT) as { problems: object }).problems)).toEqual(['callSign', 'name', 'kind', 'station']);
    expect(readUnit({ ...typed, position: 'the station' })).toEqual({ problems: { position: expect.stringMatching(/61\.115, 10\.466/) } });
    expect(readUnit({ ...typed, position: '91, 10' })).toEqual({ problems: { position: 'A latitude lies between -90 and 90.' } });
    expect(readUnit({ ...typed, callSign: 'L 11' })).toEqual({ problems: { callSign: expect.stringMatching(/call sign/) } });
    expect(problemsOf([{ path: 'callSign', message: 'taken' }, { path: 'constructor', message: 'x' }])).toEqual({ callSign: 'taken' });
  });

  it('sends only what is different', () => {
    const unit = aUnit('L11', { position: { lat: 61.5, lng: 10 } });
    const read = readUnit({ ...draftOf(unit), station: 'South', position: '' });
    expect(read).toHaveProperty('unit');
    if ('unit' in read) expect(changesOf(unit, read.unit)).toEqual({ station: 'South', position: null });
    const same = readUnit(draftOf(unit));
    if ('unit' in same) expect(changesOf(unit, same.unit)).toEqual({});
  });
});
