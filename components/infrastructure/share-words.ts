/** A share of the time in percent: "99.98 %", "—" where nothing is known. Cut, never rounded: "100 %" is all of it. */
export function formatShare(share: number | null): string {
  if (share === null) return '—';
  if (share >= 1) return '100 %';
  // The figure that was meant: 0.57 is a little less than 0.57 in binary, and would be cut to 56.99.
  const hundredths = Math.floor(Number((Math.max(0, share) * 10_000).toPrecision(12)));
  return `${(Math.min(hundredths, 9_999) / 100).toFixed(2)} %`;
}

/** The time an answer took: "12 ms", "1.24 s"; "—" when none came or none is measured. */
export function formatLatency(ms: number | null): string {
  if (ms === null) return '—';
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}
