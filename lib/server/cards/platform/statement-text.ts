import { cutText } from '@/lib/core/cut-text';

/** Statements whose values the database replaces by $1, $2 … Of others not even a masked text is shown. */
const PLAIN = /^(select|insert|update|delete|with|merge|values|table)\b/i;

/** In this order: comments (nested ones with all that follows), dollar quotes, texts with and without backslashes (open at the end, where the text was cut), names, numbers. */
const PIECES = /--[^\n]*|\/\*(?:(?!\/\*)[\s\S])*?\*\/|\/\*[\s\S]*$|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\1|$)|[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|\\?$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|\$\d+|[A-Za-z_][\w$]*|\d[\d.xXa-fA-F_]*/g;

/**
 * A statement without any value in it, on one line of at most `maxLength` characters. What is no query is named by its
 * first two words only: passwords stand in such statements as text.
 */
export function statementText(sql: string, maxLength: number): string {
  const masked = sql.replace(PIECES, (piece) => {
    if (piece.startsWith('--') || piece.startsWith('/*')) return ' ';
    return /^("|\$\d|[A-Za-z_])/.test(piece) && !/^[eE]'/.test(piece) ? piece : '?';
  });
  const line = masked.replace(/\s+/g, ' ').trim();
  return PLAIN.test(line.replace(/^[( ]+/, '')) ? cutText(line, maxLength) : cutText(firstWords(line), maxLength);
}

function firstWords(line: string): string {
  return `${/^[A-Za-z]+( [A-Za-z]+)?/.exec(line)?.[0] ?? 'A statement'} …`;
}
