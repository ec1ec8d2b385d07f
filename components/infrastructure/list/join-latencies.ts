import type { Latency } from '@/stores/latencies';

/** So many looks are drawn. */
const KEEP = 90;

/** One line of latencies from what the server remembers and what this page heard since, oldest first, none twice. */
export function joinLatencies(remembered: readonly { readonly at: string; readonly ms: number | null }[], heard: readonly Latency[]): Latency[] {
  const byTime = new Map<number, Latency>();
  for (const { at, ms } of remembered) byTime.set(Date.parse(at), { at: Date.parse(at), ms });
  for (const latency of heard) byTime.set(latency.at, latency);
  return [...byTime.values()].sort((a, b) => a.at - b.at).slice(-KEEP);
}
