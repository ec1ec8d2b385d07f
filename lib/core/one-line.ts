const MOST_CHARACTERS = 300;

/**
 * Text from outside as it may stand in a log or a terminal: on one line, without control and invisible characters,
 * at most `most` characters.
 */
export function oneLine(text: string, most = MOST_CHARACTERS): string {
  // Cut first: the work is bounded, whatever was sent.
  const flat = text.slice(0, most * 2).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat;
}
