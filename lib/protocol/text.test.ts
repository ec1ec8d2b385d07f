import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBonfireSchema } from './bonfire';
import { createFlashSchema } from './flash';
import { createIncidentSchema } from './incident';
import { lineOfText, linesOfText } from './text';
import { cleanText, hasVisible, textProblem, tidyText } from './text-rules';

const line = lineOfText(120);
const lines = linesOfText(4_000);
const problemOf = (schema: typeof line, text: string) => schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

const INVISIBLE = ['', ' ', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u2060', '\u3164', '\u115f', '\u2800', '\ufe0f', '\u0301', '\u00a0', '\u{e0041}', '\u180e'];

describe('texts of people', () => {
  it.each(INVISIBLE)('a title that is only %j, however often, is refused', (blank) => {
    for (const times of [1, 3]) {
      expect(problemOf(line, blank.repeat(times))).toHaveLength(1);
      expect(createIncidentSchema.safeParse({ title: blank.repeat(times), type: 'fire', priority: 'P1' }).success).toBe(false);
      expect(createFlashSchema.safeParse({ title: blank.repeat(times), level: 'critical' }).success).toBe(false);
    }
  });

  it.each([
    ['a zero-width space', 'Fi\u200bre', /Invisible characters/],
    ['an override of the direction', 'abc\u202egnp.exe', /Invisible characters/],
    ['an isolate', 'a\u2066b', /Invisible characters/],
    ['a soft hyphen', 'Brann\u00adalarm', /Invisible characters/],
    ['a tag', 'Fire\u{e0041}', /Invisible characters/],
    ['half an emoji', 'Fire \ud83d', /Half of a character/],
    ['a NUL', 'Fi\u0000re', /control characters/],
    ['a line break', 'Fi\nre', /Line breaks/],
    ['a tower of accents', `o${'\u0336'.repeat(5)}`, /More than 4 accents/],
    ['a tower with joiners in it', `o${'\u0336\u200d'.repeat(5)}`, /More than 4 accents/],
    ['a row of joiners', `a${'\u200d'.repeat(40)}`, /joiners/],
  ])('%s is refused with a sentence', (_, text, words) => {
    expect(problemOf(line, text)).toEqual([expect.stringMatching(words)]);
    if (!text.includes('\n')) expect(problemOf(lines, text)).toEqual([expect.stringMatching(/./)]);
  });

  it.each(['Brann på Ås', 'नमस्ते दुनिया', 'می‌خواهم', 'שָׁלוֹם', 'Tiếng Việt', '👩‍👩‍👧 🏳️‍🌈 ❤️‍🔥 1️⃣', '火事', '…', '½'])('%s is taken', (text) => {
    expect(line.parse(text)).toBe(text.normalize('NFC'));
  });

  it('has one spelling: NFC, a tab is a space, line ends are \\n', () => {
    expect(line.parse('\tA\u030as\tvei ')).toBe('Ås vei');
    expect(lines.parse('a\r\n\tb\rc')).toBe('a\n b\nc');
    expect(lines.parse(' \n ')).toBe('');
    expect(problemOf(lines, '\u2800\n\u3164')).toEqual(['Write something here.']);
  });

  it('every text of a notice from a stranger follows the rules', () => {
    const shape = createBonfireSchema.safeParse({ name: 'a\u200b', phone: '12345678', place: { address: 'b\u200b' }, municipality: 'c\u200b', startsAt: new Date(Date.now() + 3_600_000).toISOString(), endsAt: new Date(Date.now() + 7_200_000).toISOString(), material: 'd\u200b', extent: 'e\u200b', extinguishing: 'f\u200b', responsible: 'g\u200b', landownerConsent: true });
    expect(shape.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['extent', 'extinguishing', 'material', 'municipality', 'name', 'place.address', 'responsible']);
  });
});

describe('any text at all', () => {
  const odd = fc.constantFrom('\u0000', '\t', '\n', '\r', '\u200b', '\u200d', '\u202e', '\u0301', '\u0336', '\ud83d', '\udc00', '\ufeff', '\u2028', 'é', 'e', ' ', '👩', '\u3164', '\u{e0041}');
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.array(odd, { maxLength: 60 }).map((parts) => parts.join('')));

  it('is either refused or taken in a form that is taken unchanged again', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(line, lines), (given, schema) => {
        const first = schema.safeParse(given);
        if (!first.success) return;
        expect(first.data).not.toMatch(/\p{Cs}/u);
        expect(schema.parse(first.data)).toBe(first.data);
      }),
    );
  });

  it('can be cleaned into what is taken, or into nothing', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), fc.constantFrom('line' as const, 'lines' as const), (given, max, form) => {
        const clean = cleanText(given, max, form);
        expect(clean.length).toBeLessThanOrEqual(max);
        if (clean === '') return;
        expect((form === 'line' ? lineOfText(max) : linesOfText(max)).parse(clean)).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is left as it is by cleaning when it may be taken', () => {
    const joined = fc.array(fc.constantFrom('\u200d', '\u200c', '\u0301', '\u0336', 'é', 'e', ' ', '👩'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, joined), (given) => {
        const tidy = tidyText(given);
        if (textProblem(tidy, 'line') === null && hasVisible(tidy)) expect(cleanText(tidy, tidy.length)).toBe(tidy);
      }),
      { numRuns: 2_000 },
    );
  });
});
