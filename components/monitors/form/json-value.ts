/** What a value in a JSON answer can be compared with. */
export type JsonValue = string | number | boolean | null;

// What JSON writes for numbers (RFC 8259, section 6).
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Reads a value as people write it: `true`, `null` and numbers are what they look like, all else is text. Quotes make text of anything. */
export function readJsonValue(text: string): JsonValue {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (text === 'null') return null;
  if (NUMBER.test(text)) return Number(text);
  return quoted(text) ?? text;
}

/** Writes a value so that `readJsonValue` reads the same. */
export function writeJsonValue(value: JsonValue): string {
  const plain = String(value);
  return plain !== '' && readJsonValue(plain) === value ? plain : JSON.stringify(value);
}

function quoted(text: string): string | null {
  if (!/^".*"$/s.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
