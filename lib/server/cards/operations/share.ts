/** A part of a whole from 0 to 1, to the thousandth. The whole must not be 0. */
export function share(part: number, whole: number): number {
  return Math.round((part / whole) * 1_000) / 1_000;
}
