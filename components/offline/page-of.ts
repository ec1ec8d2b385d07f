/** Whether a page, by the segments under the board's layout, is the one of an address. */
export function isPageOf(pathname: string, segments: readonly string[]): boolean {
  const own = segments.filter((segment) => !segment.startsWith('('));
  const wanted = pathname.split('/').filter(Boolean);
  return own.length === wanted.length && own.every((segment, index) => plain(segment) === plain(wanted[index] ?? ''));
}

// One may be written with escapes where the other is not.
function plain(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
