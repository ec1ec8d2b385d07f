import { z } from 'zod';
import { hasVisible, textProblem, tidyText, type TextForm } from './text-rules';

const EMPTY = 'Write something here.';

/** One line of text for people: tidied, with something to see, no line breaks, control or hidden characters. */
export function lineOfText(maxLength: number) {
  return textOf(maxLength, 'line', (text) => !hasVisible(text));
}

/** One line that may be left out; blank is the same as null. */
export function lineOrNothing(maxLength: number) {
  return textOf(maxLength, 'line', (text) => text !== '' && !hasVisible(text))
    .nullish()
    .transform((text) => text || null);
}

/** Several lines of text for people: may be empty, line breaks kept as `\n`, nothing that hides or reorders. */
export function linesOfText(maxLength: number) {
  return textOf(maxLength, 'lines', (text) => text !== '' && !hasVisible(text));
}

function textOf(maxLength: number, form: TextForm, isBlank: (text: string) => boolean) {
  return z
    .string()
    .overwrite(tidyText)
    .max(maxLength, `Use at most ${maxLength} characters.`)
    .superRefine((text, context) => {
      const message = textProblem(text, form) ?? (isBlank(text) ? EMPTY : null);
      if (message) context.addIssue({ code: 'custom', message });
    });
}
