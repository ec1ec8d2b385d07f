import { describe, expect, it } from 'vitest';
import { planCodes } from '@/lib/protocol/status-code';
import { settableCodes } from '../code-choice';
import { CODES, aCode } from '../testing';
import { readCodesCsv, writeCodesCsv } from './codes-csv';

describe('a list of codes as CSV', () => {
  it('is read by its column names, in any order and with any of the usual separators', () => {
    expect(readCodesCsv('code,label,state,colour\n10-8,In service,available_mobile,#0a0\n')).toEqual({
      lines: [{ line: 2, given: { code: '10-8', text: 'In service', state: 'available_mobile', colour: '#00aa00' } }],
      problems: [],
      leftOut: [],
    });
    const odd = readCodesCsv('\ufeffState;Order;Label;Code;Warn after s\r\nOn scene, available;1;"På ""stedet""";10-23;\r\n');
    expect(odd).toEqual({ lines: [{ line: 2, given: { code: '10-23', text: 'På "stedet"', state: 'on_scene_available', warnSeconds: null } }], problems: [], leftOut: ['Order'] });
    expect(readCodesCsv('5\tLedig\tAvailable, mobile\n6\tHjemme\tavailable_station\t#123456').lines.map(({ given }) => given)).toEqual([
      { code: '5', text: 'Ledig', state: 'available_mobile' },
      { code: '6', text: 'Hjemme', state: 'available_station', colour: '#123456' },
    ]);
  });

  it.each([
    ['10 8,x,en_route', 'A code has no spaces.'],
    ['123456789,x,en_route', 'A code has at most 8 characters.'],
    [',x,en_route', 'Write a code.'],
    ['1,,en_route', 'label: Write something here.'],
    ['1,x,driving', '“driving” is not a state. It can be en_route, on_scene, on_scene_available, limited, available_mobile, available_station, available_delayed, standby, standby_station, out_of_service.'],
    ['1,x,constructor', '“constructor” is not a state. It can be en_route, on_scene, on_scene_available, limited, available_mobile, available_station, available_delayed, standby, standby_station, out_of_service.'],
    ['1,x,en_route,red', 'colour: Write a colour as #1f6feb.'],
    ['1,x,en_route,,perhaps', 'Write yes or no under note.'],
    ['1,x,en_route,,no,no,soon', 'warn after s: Give whole seconds.'],
    ['1,x,en_route,,no,no,60,30', 'alert after s: The alert must come after the warning.'],
    ['1,"x,en_route', 'The quotes " of this line do not match.'],
  ])('says of %s what is wrong, with its line', (line, message) => {
    const { lines, problems } = readCodesCsv(`code,label,state,colour,note,minutes,warn,alert\n\n9,Well,standby\n${line}`);
    expect(problems).toEqual([{ line: 4, message }]);
    expect(lines.map(({ given }) => given.code)).toEqual(['9']);
  });

  it('counts its lines as an editor does', () => {
    expect(readCodesCsv('code,label,state\n1,"two\nlines",en_route\n2,x,nowhere').problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('without its columns is none', () => {
    expect(readCodesCsv('code,label\n1,x').problems).toEqual([{ line: 1, message: 'There is no column called state.' }]);
    expect(readCodesCsv('')).toEqual({ lines: [], problems: [], leftOut: [] });
  });

  it('written and read again is the same list, also where a spreadsheet would see a formula', () => {
    const codes = [...settableCodes(CODES), aCode('=1+1', 'standby', { text: '-5, "x";', colour: '#0a0b0c', warnSeconds: 60, alertSeconds: 90 }), aCode('@', 'limited', { text: "'quoted" })];
    const csv = writeCodesCsv(codes);
    expect(csv).toContain("'=1+1");
    const { lines, problems } = readCodesCsv(csv);
    expect(problems).toEqual([]);
    expect(planCodes(codes, lines.map(({ given }) => given), 'replace')).toMatchObject({ problems: [], added: [], changed: [], removed: [] });
  });
});
