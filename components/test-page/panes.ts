/** Whether the tabs share the browser's one connection or have one each. */
export type PaneMode = 'shared' | 'isolated';

/** The names of so many tabs. */
export function paneNames(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `tab ${n + 1}`);
}

/** The address of a bare tab. */
export function paneAddress(tab: string, mode: PaneMode): string {
  return `/test-pane?tab=${encodeURIComponent(tab)}${mode === 'isolated' ? '&isolate' : ''}`;
}
