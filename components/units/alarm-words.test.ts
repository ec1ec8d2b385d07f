import { describe, expect, it } from 'vitest';
import { lengthWords, tellAlarm } from './alarm-words';
import { aUnit } from './testing';

const limits = { warnSeconds: 1_800, alertSeconds: 3_600 };
const since = Date.parse('2026-11-21T12:00:00.000Z');
const after = (minutes: number) => since + minutes * 60_000;
const ack = { by: { id: 'u', name: 'Kari' }, at: '2026-11-21T12:31:00.000Z', level: 'warn', note: null } as const;

describe('the words of a time limit', () => {
  it('are none within it, nor without one', () => {
    expect(tellAlarm(aUnit('R1'), limits, after(29.9)).words).toBeNull();
    expect(tellAlarm(aUnit('R1'), { warnSeconds: null, alertSeconds: null }, after(900)).words).toBeNull();
    expect(tellAlarm(aUnit('R1'), undefined, after(900)).words).toBeNull();
  });

  it('name how long it is and which limit that passed', () => {
    expect(tellAlarm(aUnit('R1'), limits, after(32.9))).toEqual({ level: 'warn', open: true, muted: false, words: 'for 32 min, limit 30 min' });
    expect(tellAlarm(aUnit('R1'), limits, after(125)).words).toBe('for 2 h 5 min, limit 1 h');
  });

  it('stay when somebody took note or muted it, and the alarm is closed', () => {
    expect(tellAlarm(aUnit('R1', { ack }), limits, after(32))).toMatchObject({ open: false, words: 'for 32 min, limit 30 min' });
    expect(tellAlarm(aUnit('R1', { mutedUntil: '2026-11-21T13:00:00.000Z' }), limits, after(32))).toMatchObject({ open: false, muted: true });
  });

  it('open again when a warning becomes an alert', () => {
    expect(tellAlarm(aUnit('R1', { ack }), limits, after(61))).toMatchObject({ level: 'alert', open: true, words: 'for 1 h 1 min, limit 1 h' });
  });

  it('count seconds under a minute', () => {
    expect(lengthWords(45)).toBe('45 s');
    expect(lengthWords(60)).toBe('1 min');
  });
});
