import type { PaneMode } from './panes';
import type { Row, Summary } from './results';

/** Everything that a run can be judged by later. */
interface Results {
  readonly tabs: readonly string[];
  readonly mode: PaneMode;
  readonly rows: readonly Row[];
  readonly summary: Summary;
}

/** Saves a run as a JSON file. */
export function exportResults(results: Results): void {
  const body = { at: new Date().toISOString(), browser: navigator.userAgent, address: window.location.origin, ...results };
  const url = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `watchroom-test-${body.at.replaceAll(':', '-')}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
