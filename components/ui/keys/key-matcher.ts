/** A key, or two pressed one after the other ("g b"), and what it does. */
export interface KeyBinding {
  readonly keys: string;
  /** What it does, for the sheet of keys. */
  readonly label: string;
  readonly run: () => void;
  /** Only told in the sheet: it acts where something has the keyboard that has not got it now. */
  readonly isHint?: boolean;
}

/** How long the first key of a pair waits for the second. */
export const SEQUENCE_MS = 1_200;

/** Finds the binding that a pressed key completes, or null. Remembers the first key of a pair. */
export type KeyMatcher = (key: string, at: number, bindings: readonly KeyBinding[]) => KeyBinding | null;

/** Makes a matcher with a memory of its own. `at` is passed in: milliseconds, any epoch. */
export function createKeyMatcher(): KeyMatcher {
  let first: { readonly key: string; readonly at: number } | null = null;

  return (key, at, bindings) => {
    const started = first && at - first.at <= SEQUENCE_MS ? first.key : null;
    first = null;
    const pair = started === null ? undefined : bindings.find((binding) => binding.keys === `${started} ${key}`);
    if (pair) return pair;
    const single = bindings.find((binding) => binding.keys === key);
    if (single) return single;
    if (bindings.some((binding) => binding.keys.startsWith(`${key} `))) first = { key, at };
    return null;
  };
}

/** The name of a letter pressed with Alt alone, as in "Alt a"; null for anything else. AltGr writes characters and is none. */
export function chordOf({ key, code, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>): string | null {
  if (!altKey || ctrlKey || metaKey) return null;
  // On a Mac Alt turns letters into others; there the place of the key says which it was.
  const letter = /^[a-z]$/i.test(key) ? key : /^Key([A-Z])$/.exec(code)?.[1];
  return letter ? `Alt ${letter.toLowerCase()}` : null;
}

/** Whether somebody is writing or choosing in a field, so that letters are letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
