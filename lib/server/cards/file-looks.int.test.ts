import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defineCard } from './define';
import { createFileLooks, type FileLooks } from './file-looks';

const onFile = (key: string, file: string) =>
  defineCard({
    key, tab: 'platform', title: key, about: '', view: 'figures', ttlMs: 1_000, permission: 'metrics.read', watches: [`file:${file}`],
    compute: () => Promise.resolve({ headline: null, figures: [] }),
  });

describe('looking at files', () => {
  let folder: string;
  let looks: FileLooks;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'watchroom-files-'));
    edit('one.json', 1_000);
    looks = createFileLooks([onFile('a', 'one.json'), onFile('b', 'one.json'), onFile('c', 'missing.json')], folder);
    expect(await seen()).toEqual([]);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function edit(name: string, seconds: number): void {
    writeFileSync(join(folder, name), String(seconds));
    utimesSync(join(folder, name), seconds, seconds);
  }

  async function seen(): Promise<[string, string][][]> {
    const told: [string, string][][] = [];
    await looks.look(async (changes) => void told.push([...changes]));
    return told;
  }

  it('tells once of a file that was edited, for every card on it, with its name', async () => {
    edit('one.json', 2_000);
    expect(await seen()).toEqual([[['a', 'the file one.json changed'], ['b', 'the file one.json changed']]]);
    expect(await seen()).toEqual([]);
  });

  it('tells of a file that was put back to an older one', async () => {
    edit('one.json', 500);
    expect(await seen()).toHaveLength(1);
  });

  it('tells of a file that appears, and of one that goes', async () => {
    edit('missing.json', 1_000);
    rmSync(join(folder, 'one.json'));
    expect((await seen()).map((changes) => changes.map(([key]) => key))).toEqual([['a', 'b'], ['c']]);
  });

  it('tells again what could not be told', async () => {
    edit('one.json', 2_000);
    await looks.look(() => Promise.reject(new Error('away')));
    expect(await seen()).toHaveLength(1);
  });
});
