import { describe, expect, it } from 'vitest';
import { createFlashSchema, FLASH_STATUSES, FLASH_TRANSITIONS } from './flash';

const good = { level: 'info', title: 'Handover at seven' } as const;
const problem = (input: object) => createFlashSchema.safeParse({ ...good, ...input }).error?.issues[0]?.path.join('.');

describe('a new flash', () => {
  it('needs no more than a level and a title', () => {
    expect(createFlashSchema.parse(good)).toMatchObject({ body: '', requiresAck: false, audience: ['observer', 'dispatcher', 'supervisor', 'admin'] });
  });

  it('keeps markup and line breaks of the body as they are', () => {
    expect(createFlashSchema.parse({ ...good, body: '<b>a</b>\r\nb' }).body).toBe('<b>a</b>\nb');
  });

  it.each([
    ['an unknown level', { level: 'fatal' }, 'level'],
    ['an empty title', { title: '   ' }, 'title'],
    ['a long title', { title: 'x'.repeat(10_000) }, 'title'],
    ['a line break in the title', { title: 'a\nb' }, 'title'],
    ['NUL in the title', { title: 'a\0b' }, 'title'],
    ['a mark that turns text around', { title: 'a\u202eb' }, 'title'],
    ['NUL in the body', { body: 'a\0b' }, 'body'],
    ['nobody to hear it', { audience: [] }, 'audience'],
    ['an unknown role', { audience: ['king'] }, 'audience.0'],
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    ['an end before its start', { startsAt: '2090-01-02T00:00:00Z', expiresAt: '2090-01-01T00:00:00Z' }, 'expiresAt'],
    ['a deadline without a duty', { ackDeadline: '2090-01-01T00:00:00Z' }, 'ackDeadline'],
    ['a time without a zone', { startsAt: '2090-01-01T00:00:00' }, 'startsAt'],
  ])('is refused with %s', (_what, input, path) => {
    expect(problem(input)).toBe(path);
  });

  it('is refused with a field that nobody knows', () => {
    expect(createFlashSchema.safeParse({ ...good, role: 'admin' }).success).toBe(false);
  });
});

describe('the life of a flash', () => {
  it('goes only where the domain lets it', () => {
    const edges = FLASH_STATUSES.flatMap((from) => FLASH_TRANSITIONS[from].map((to) => `${from} → ${to}`));
    expect(edges).toEqual([
      'draft → scheduled',
      'draft → live',
      'draft → cancelled',
      'scheduled → live',
      'scheduled → cancelled',
      'live → expired',
      'live → recalled',
      'live → superseded',
    ]);
  });
});
