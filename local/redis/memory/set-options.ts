import { ownValue } from '@/lib/core/own-value';
import { ReplyError } from '../reply';
import type { ExpiryForm } from './expiry';

const EXPIRY_FORMS: Readonly<Record<string, ExpiryForm>> = {
  EX: { unitMs: 1000, absolute: false },
  PX: { unitMs: 1, absolute: false },
  EXAT: { unitMs: 1000, absolute: true },
  PXAT: { unitMs: 1, absolute: true },
};

/** What follows key and value in SET. */
export interface SetOptions {
  readonly condition?: 'NX' | 'XX';
  readonly get: boolean;
  readonly keepExpiry: boolean;
  readonly expiry?: { readonly text: string; readonly form: ExpiryForm };
}

/** Reads the options of SET. Throws ReplyError for an unknown option or two that contradict each other. */
export function parseSetOptions(words: readonly string[]): SetOptions {
  let options: SetOptions = { get: false, keepExpiry: false };
  for (let at = 0; at < words.length; at += 1) {
    const option = (words[at] ?? '').toUpperCase();
    const form = ownValue(EXPIRY_FORMS, option);
    const text = words[at + 1];
    if ((option === 'NX' || option === 'XX') && (options.condition ?? option) === option) {
      options = { ...options, condition: option };
    } else if (option === 'GET') {
      options = { ...options, get: true };
    } else if (option === 'KEEPTTL' && options.expiry === undefined) {
      options = { ...options, keepExpiry: true };
    } else if (form !== undefined && text !== undefined && options.expiry === undefined && !options.keepExpiry) {
      options = { ...options, expiry: { text, form } };
      at += 1;
    } else {
      throw new ReplyError('ERR syntax error');
    }
  }
  return options;
}
