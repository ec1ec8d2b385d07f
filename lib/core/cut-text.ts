/** A text of at most `maxLength` characters (UTF-16 units), its end replaced by … when it was longer; never half a character. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
