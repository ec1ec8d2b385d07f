import { describe, expect, it } from 'vitest';
import { parsePostmasterPid } from './postmaster-pid';

describe('postmaster.pid', () => {
  it('gives process id, port and status of a ready server', () => {
    const text = '4711\n/data/cluster\n1790000000\n54321\n\n127.0.0.1\n  5242881         3\nready   \n';
    expect(parsePostmasterPid(text)).toEqual({ pid: 4711, port: 54321, status: 'ready' });
  });

  it('has no port and no status while the server is still writing it', () => {
    expect(parsePostmasterPid('4711\n/data/cluster\n')).toEqual({ pid: 4711, port: undefined, status: '' });
  });

  it('reads the negative id of single-user mode as that process', () => {
    expect(parsePostmasterPid('-12\n/data\n')?.pid).toBe(12);
  });

  it('is nothing when the file is empty or holds no id', () => {
    expect(parsePostmasterPid('')).toBeUndefined();
    expect(parsePostmasterPid('garbage\n')).toBeUndefined();
  });
});
