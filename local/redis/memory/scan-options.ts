import { ReplyError } from '../reply';
import { globMatcher } from './glob';
import { integer } from './numbers';

export interface ScanOptions {
  /** True when the cursor asks for a further page; everything was in the first. */
  readonly more: boolean;
  readonly matches: (name: string) => boolean;
  readonly type?: string;
}

/** Reads cursor and options of SCAN and HSCAN; `known` are the options the command has. Throws ReplyError. */
export function parseScan(cursor: string, words: readonly string[], known: readonly string[]): ScanOptions {
  if (!/^\d{1,20}$/.test(cursor)) throw new ReplyError('ERR invalid cursor');
  let options: ScanOptions = { more: cursor !== '0', matches: () => true };
  for (let at = 0; at < words.length; at += 2) {
    const option = (words[at] ?? '').toUpperCase();
    const value = words[at + 1];
    if (value === undefined || !known.includes(option)) throw new ReplyError('ERR syntax error');
    if (option === 'MATCH') options = { ...options, matches: globMatcher(value) };
    else if (option === 'TYPE') options = { ...options, type: value.toLowerCase() };
    else if (integer(value) < 1) throw new ReplyError('ERR syntax error');
  }
  return options;
}
