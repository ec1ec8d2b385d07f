import { cutText } from './cut-text';

// Controls, half characters (lone surrogates) as senders that cut may leave them, and marks that reorder text on screen.
const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;
const UNSEEN_BUT_LINES = /(?!\n)[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu;

/** Text from a program as one line of at most `maxLength` characters: cleaned and cut, never refused. May be empty. */
export function cleanLine(text: string, maxLength: number): string {
  return cutText(text.replace(/[\p{Zl}\p{Zp}]/gu, ' ').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim(), maxLength);
}

/** Text from a program with its line breaks kept as `\n`: cleaned and cut, never refused. May be empty. */
export function cleanLines(text: string, maxLength: number): string {
  return cutText(text.replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n').replace(UNSEEN_BUT_LINES, ' ').trim(), maxLength);
}
