/** Milliseconds since the epoch as ISO 8601 UTC; null stays null. */
export function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
