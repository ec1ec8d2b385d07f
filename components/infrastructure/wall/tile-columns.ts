/** A wall is about this much wider than high. */
const ASPECT = 1.75;

/** Into how many columns so many tiles go, so that they fill a wide screen and are as large as can be. */
export function tileColumns(count: number): number {
  const columns = Math.ceil(Math.sqrt(count * ASPECT));
  // As few columns as the same number of rows takes: no row is left nearly empty.
  return Math.ceil(count / Math.ceil(count / columns));
}
