/** The value at a JSON pointer (RFC 6901); null when there is none. */
export function valueAt(document: unknown, pointer: string): { readonly value: unknown } | null {
  let value = document;
  for (const token of pointer.split('/').slice(1)) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null) return null;
    if (Array.isArray(value) && !/^(0|[1-9]\d*)$/.test(key)) return null;
    if (!Object.hasOwn(value, key)) return null;
    value = Reflect.get(value, key);
  }
  return { value };
}
