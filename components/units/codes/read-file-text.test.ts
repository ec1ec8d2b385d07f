import { describe, expect, it } from 'vitest';
import { readFileText } from './read-file-text';

const read = (...bytes: number[]) => readFileText(new Blob([new Uint8Array(bytes)]));

describe('the text of a file', () => {
  it('is read in the encodings that spreadsheets write', async () => {
    expect(await readFileText(new Blob(['På']))).toEqual({ text: 'På', problem: null });
    expect(await read(0x50, 0xe5)).toEqual({ text: 'På', problem: null });
    expect(await read(0xff, 0xfe, 0x50, 0, 0xe5, 0)).toEqual({ text: 'På', problem: null });
    expect(await read(0xef, 0xbb, 0xbf, 0x50)).toEqual({ text: 'P', problem: null });
  });

  it('is refused in words when it is too large', async () => {
    expect((await readFileText(new Blob(['x'.repeat(70_000)]))).problem).toContain('64 KB');
  });
});
