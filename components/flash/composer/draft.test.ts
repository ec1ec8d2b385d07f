import { describe, expect, it } from 'vitest';
import { composerSchema, draftToFlash, emptyDraft, hasContent, type Draft } from './draft';

const now = Date.parse('2026-11-20T14:00:00.000Z');
const draft = (patch: Partial<Draft> = {}): Draft => ({ ...emptyDraft('0123456789abcdef'), title: 'Radio down', ...patch });
const check = (patch: Partial<Draft>) => composerSchema(() => now).safeParse(draft(patch));
const problem = (patch: Partial<Draft>) => check(patch).error?.issues[0]?.path.join('.');

describe('the message a draft describes', () => {
  it('starts now and ends as chosen', () => {
    expect(draftToFlash(draft({ expiresAt: '15' }), now)).toMatchObject({ startsAt: null, expiresAt: '2026-11-20T14:15:00.000Z' });
  });

  it('counts end and deadline from a later start', () => {
    const later = draft({ startsAt: '2026-11-21 18:00', expiresAt: '60', requiresAck: true, ackDeadline: '5' });
    const local = (hour: number, minute: number) => new Date(2026, 10, 21, hour, minute).toISOString();
    expect(draftToFlash(later, now)).toMatchObject({ startsAt: local(18, 0), expiresAt: local(19, 0), ackDeadline: local(18, 5) });
  });

  it('always wants a critical message acknowledged', () => {
    expect(draftToFlash(draft({ level: 'critical' }), now).requiresAck).toBe(true);
  });

  it('has no deadline when nobody must acknowledge', () => {
    expect(draftToFlash(draft({ ackDeadline: '5' }), now).ackDeadline).toBeNull();
  });

  it('keeps its name, so that sending it again sends it once', () => {
    expect(draftToFlash(draft(), now).clientMsgId).toBe('0123456789abcdef');
  });
});

describe('checking a draft', () => {
  it('lets a good one through, trimmed', () => {
    expect(check({ title: '  Radio down ' }).data?.title).toBe('Radio down');
  });

  it.each([
    ['title', { title: '   ' }],
    ['title', { title: 'x'.repeat(121) }],
    ['audience', { audience: [] }],
    ['startsAt', { startsAt: '2026-11-19 13:00' }],
    ['startsAt', { startsAt: 'soon' }],
  ] satisfies [string, Partial<Draft>][])('names the field %s', (field, patch) => {
    expect(problem(patch)).toBe(field);
  });
});

it('knows an untouched draft from a written one', () => {
  expect(hasContent(emptyDraft('x'))).toBe(false);
  expect(hasContent(draft())).toBe(true);
});
