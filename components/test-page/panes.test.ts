import { describe, expect, it } from 'vitest';
import { nextWindowName, paneAddress, paneNames } from './panes';

describe('the tabs that are opened', () => {
  it.each([
    [6, 'shared', 6],
    [4, 'isolated', 4],
    [6, 'isolated', 4],
  ] as const)('when %i are wanted %s are %i', (wanted, mode, opened) => {
    expect(paneNames(wanted, mode)).toHaveLength(opened);
  });

  it('belong to their page', () => {
    expect(paneAddress('tab 1', 'isolated', 'p&1')).toBe('/test-pane?tab=tab+1&page=p%261&isolate=');
    expect(paneAddress('window 2', 'shared', null)).toBe('/test-pane?tab=window+2');
  });
});

describe('one more window', () => {
  it('has a name that no open one has', () => {
    expect(nextWindowName(['tab 1', 'tab 9'])).toBe('window 1');
    expect(nextWindowName(['window 1', 'window 3 (2)', 'tab 8'])).toBe('window 4');
  });
});
