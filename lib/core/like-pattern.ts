/** A text for a LIKE pattern in which every character stands for itself. */
export function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
