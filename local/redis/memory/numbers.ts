import { ReplyError } from '../reply';

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);
const INTEGER = /^(?:0|-?[1-9]\d{0,18})$/;
const FLOAT = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?)$/i;

/** Takes text and gives the 64-bit integer it spells in Redis's strict form, or undefined. */
export function int64Of(text: string): bigint | undefined {
  if (!INTEGER.test(text)) return undefined;
  const value = BigInt(text);
  return isInt64(value) ? value : undefined;
}

export function isInt64(value: bigint): boolean {
  return value >= INT64_MIN && value <= INT64_MAX;
}

/** The same as a number, throwing ReplyError when it is none. Beyond 2^53 it is the nearest number. */
export function integer(text: string, message = 'ERR value is not an integer or out of range'): number {
  const value = int64Of(text);
  if (value === undefined) throw new ReplyError(message);
  return Number(value);
}

/** Takes a score or increment. Throws ReplyError with the given message when it is not a number. */
export function float(text: string, message = 'ERR value is not a valid float'): number {
  if (!FLOAT.test(text)) throw new ReplyError(message);
  const sign = text.startsWith('-') ? -1 : 1;
  return /inf/i.test(text) ? sign * Infinity : Number(text);
}

/** Writes a score the way Redis does: shortest form that reads back the same, `inf`, and the sign of zero. */
export function formatFloat(value: number): string {
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** `value + increment`, both 64-bit. Throws ReplyError when the sum is not. */
export function addInt64(value: bigint, increment: bigint): bigint {
  const sum = value + increment;
  if (!isInt64(sum)) throw new ReplyError('ERR increment or decrement would overflow');
  return sum;
}

/**
 * Turns Redis's inclusive start and stop, negative from the end, into bounds for `slice`.
 * Takes the length they count in.
 */
export function sliceBounds(start: number, stop: number, length: number): [from: number, to: number] {
  const from = Math.max(start < 0 ? length + start : start, 0);
  const to = Math.min(stop < 0 ? length + stop : stop, length - 1) + 1;
  return from >= to ? [0, 0] : [from, to];
}
