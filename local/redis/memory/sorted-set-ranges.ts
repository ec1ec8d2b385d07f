import { ReplyError } from '../reply';
import { compareBytes } from './byte-order';
import { float, integer, sliceBounds } from './numbers';
import { firstIndex, type ScoredMember } from './sorted-set';

/** Takes the members in order and gives the ones from `from` up to, not including, `to`. */
export type Bounds = (members: readonly ScoredMember[]) => [from: number, to: number];

/** Bounds by position; negative counts from the end, and `reversed` from the other end. Throws ReplyError. */
export function byIndex(start: string, stop: string, reversed: boolean): Bounds {
  const first = integer(start);
  const last = integer(stop);
  return ({ length }) => {
    const [from, to] = sliceBounds(first, last, length);
    return reversed && to > from ? [length - to, length - from] : [from, to];
  };
}

/** Bounds by score, `(` before one for "not itself". Throws ReplyError. */
export function byScore(min: string, max: string): Bounds {
  const low = scoreBound(min);
  const high = scoreBound(max);
  return (members) => [
    firstIndex(members, ({ score }) => (low.exclusive ? score > low.score : score >= low.score)),
    firstIndex(members, ({ score }) => (high.exclusive ? score >= high.score : score > high.score)),
  ];
}

/** Bounds by member, `[` or `(` before one, `-` and `+` for the ends; meant for equal scores. Throws ReplyError. */
export function byMember(min: string, max: string): Bounds {
  const low = memberBound(min);
  const high = memberBound(max);
  return (members) => [firstIndex(members, ({ member }) => low(member) <= 0), firstIndex(members, ({ member }) => high(member) < 0)];
}

function scoreBound(text: string): { score: number; exclusive: boolean } {
  const exclusive = text.startsWith('(');
  return { score: float(exclusive ? text.slice(1) : text, 'ERR min or max is not a float'), exclusive };
}

/** Gives how the bound compares with a member; an exclusive bound never equals one. */
function memberBound(text: string): (member: string) => number {
  if (text === '-') return () => -1;
  if (text === '+') return () => 1;
  const bound = text.slice(1);
  if (text.startsWith('[')) return (member) => compareBytes(bound, member);
  if (text.startsWith('(')) return (member) => compareBytes(bound, member) || 1;
  throw new ReplyError('ERR min or max not valid string range item');
}
