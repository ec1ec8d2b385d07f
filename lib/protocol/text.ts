import { z } from 'zod';

// C0 and C1 controls, line and paragraph separators, and the marks that reorder text on screen.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
const CONTROL_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** One line of text for people: trimmed, not empty, no line breaks or control characters. */
export function lineOfText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, 'Write something here.')
    .max(maxLength, `Use at most ${maxLength} characters.`)
    .refine((text) => !CONTROL.test(text), 'Line breaks and control characters are not allowed here.');
}

/** Several lines of text for people: may be empty, line breaks kept as `\n`, no other control characters. */
export function linesOfText(maxLength: number) {
  return z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(maxLength, `Use at most ${maxLength} characters.`)
        .refine((text) => !CONTROL_BUT_LINES.test(text), 'Control characters are not allowed here.'),
    );
}
