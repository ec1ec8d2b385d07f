import { beforeEach, describe, expect, it } from 'vitest';
import { isThere, noteServerBuild, noteUnreadable, useNewerVersion } from './newer-version';

const there = () => isThere(useNewerVersion.getState());

beforeEach(() => useNewerVersion.setState(useNewerVersion.getInitialState()));

describe('a newer version [RT24]', () => {
  it('is there while the server that answers is of another build', () => {
    noteServerBuild('one', 'one');
    expect(there()).toBe(false);
    noteServerBuild('two', 'one');
    expect(there()).toBe(true);
    // The other way round: the deployment was taken back.
    noteServerBuild('one', 'one');
    expect(there()).toBe(false);
  });

  it('is not claimed of a server or a page that does not say its build', () => {
    noteServerBuild('', 'one');
    expect(there()).toBe(false);
    noteServerBuild('two', '');
    expect(there()).toBe(false);
  });

  it('is there once something came that cannot be read, whatever the server says of itself', () => {
    noteUnreadable();
    noteServerBuild('one', 'one');
    expect(there()).toBe(true);
  });
});
