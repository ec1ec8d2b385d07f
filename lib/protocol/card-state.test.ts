import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCardUpdate, coldCard, GIVEN_UP_MS, isComputing, mayServe, mergeCard, type CardUpdate } from './card-state';
import type { CardState } from './cards';

const AT = '2026-11-20T12:00:00.000Z';
const value = (n: number) => ({ view: 'figures' as const, headline: null, figures: [{ label: 'n', value: n, unit: 'count' as const, tone: 'plain' as const }] });
const result = (fence: number, computedAt = AT) => ({ fence, value: value(fence), computedAt, durationMs: 3 });
const stale = (fence: number, bustFence: number | null = null) => ({ fence, reason: `change ${fence}`, at: AT, bustFence });
const error = (fence: number) => ({ fence, message: `failure ${fence}`, at: AT });
const miss = (fence: number): CardUpdate => ({ what: 'miss', computing: { fence, since: AT } });
const done = (fence: number, mark: number | null = null): CardUpdate => ({ what: 'done', result: result(fence), stale: mark === null ? null : stale(mark) });
const failed = (fence: number): CardUpdate => ({ what: 'error', error: error(fence) });
const marked = (fence: number): CardUpdate => ({ what: 'stale', stale: stale(fence) });
const busted = (fence: number): CardUpdate => ({ what: 'stale', stale: stale(fence, fence) });
const after = (...updates: CardUpdate[]): CardState => updates.reduce(applyCardUpdate, coldCard('c'));

describe('a card', () => {
  it.each<[string, CardState, Partial<Record<keyof CardState, unknown>>]>([
    ['is computed, and has its result', after(miss(1), done(1)), { result: result(1), computing: null, stale: null, error: null }],
    ['keeps its value while it is computed again', after(done(1), miss(2)), { result: result(1), computing: { fence: 2, since: AT } }],
    ['keeps its value when that fails, and says so', after(done(1), miss(2), failed(2)), { result: result(1), error: error(2), computing: null }],
    ['forgets a failure with the next result', after(failed(2), miss(3), done(3)), { result: result(3), error: null }],
    ['is outdated by a change, until it is computed', after(done(1), marked(2)), { stale: stale(2) }],
    ['is current again when it was computed after the change', after(done(1), marked(2), miss(3), done(3)), { stale: null, result: result(3) }],
    ['stays outdated by a change during the computation', after(done(1), miss(2), marked(3), done(2)), { stale: stale(3), result: result(2) }],
    ['is told of such a change with the result', after(done(1), miss(2), done(2, 3)), { stale: stale(3) }],
    ['is not moved by an older result that comes late', after(miss(1), miss(2), done(2), done(1)), { result: result(2) }],
    ['is not moved by an older failure that comes late', after(done(2), failed(1)), { error: null }],
    ['is not computing when news of an ended computation come late', after(done(2), miss(2), miss(1)), { computing: null }],
    ['waits for the newer of two computations', after(miss(1), miss(2), done(1)), { computing: { fence: 2, since: AT }, result: result(1) }],
    ['keeps its value when it is thrown away', after(done(1), busted(2)), { result: result(1), stale: stale(2, 2) }],
    ['stays thrown away when something changes after that', after(done(1), busted(2), marked(3)), { stale: stale(3, 2) }],
    ['is not thrown away any more when it was computed after that, though something changed meanwhile', after(done(1), busted(2), miss(3), marked(4), done(3)), { stale: stale(4), result: result(3) }],
  ])('%s', (_what, state, expected) => {
    expect(state).toMatchObject(expected);
  });

  it('comes out the same in whatever order news arrive, and however often', () => {
    const update = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map((fence) => miss(fence)),
      fc.integer({ min: 1, max: 9 }).map((fence) => done(fence)),
      fc.integer({ min: 1, max: 9 }).map((fence) => failed(fence)),
      fc.integer({ min: 1, max: 9 }).map((fence) => marked(fence * 2)),
      fc.integer({ min: 1, max: 9 }).map((fence) => busted(fence * 2 + 1)),
    );
    const shuffled = fc
      .array(update, { maxLength: 12 })
      .chain((news) => fc.tuple(fc.constant(news), fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2, maxLength: news.length * 2 })));
    fc.assert(
      fc.property(shuffled, ([news, other]) => {
        expect(after(...other)).toEqual(after(...news));
      }),
    );
  });

  it('is the newer of an answer and what events told, part by part, whichever came first', () => {
    const [answer, told] = [after(done(4), marked(6)), after(done(5), miss(7))];
    expect(mergeCard(answer, told)).toEqual(mergeCard(told, answer));
    expect(mergeCard(answer, told)).toMatchObject({ result: result(5), stale: stale(6), computing: { fence: 7 } });
  });

  it('is not computing for ever when whoever computed it died', () => {
    const state = after(miss(1));
    expect(isComputing(state, Date.parse(AT) + GIVEN_UP_MS - 1)).toBe(true);
    expect(isComputing(state, Date.parse(AT) + GIVEN_UP_MS)).toBe(false);
  });

  it('may be given as current within its time, outdated or not, but never cold, run out or thrown away', () => {
    const now = Date.parse(AT) + 1_000;
    expect(mayServe(after(done(1)), 1_001, now)).toBe(true);
    expect(mayServe(after(done(1), marked(2)), 1_001, now)).toBe(true);
    expect(mayServe(after(done(1)), 1_000, now)).toBe(false);
    expect(mayServe(after(done(1), busted(2)), 1_001, now)).toBe(false);
    expect(mayServe(after(done(1), busted(2), marked(3)), 1_001, now)).toBe(false);
    expect(mayServe(after(miss(1)), 1_001, now)).toBe(false);
  });
});
