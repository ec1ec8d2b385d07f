import { LIMIT_MS, MISSED_AFTER_MS, type Row } from './results';
import type { Summary } from './summary';

/** What is on the screen when a run is saved. */
interface Results {
  readonly rows: readonly Row[];
  readonly summary: Summary;
}

/** The file of a run: the figures of the screen, and by which rules they were judged. Times are UTC. */
export function resultsFile({ rows, summary }: Results, at: Date, browser: string, address: string) {
  return {
    at: at.toISOString(),
    browser,
    address,
    limitMs: LIMIT_MS,
    missedAfterMs: MISSED_AFTER_MS,
    summary,
    rows: rows.map(({ sentAt, ...row }) => ({ ...row, sentAt: new Date(sentAt).toISOString() })),
  };
}

/** Saves a run as a JSON file. */
export function exportResults(results: Results): void {
  const body = resultsFile(results, new Date(), navigator.userAgent, window.location.origin);
  const url = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `watchroom-test-${body.at.replaceAll(':', '-')}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
