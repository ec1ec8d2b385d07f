import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import nextTypescript from 'eslint-config-next/typescript';
import { afterEach, expect, it } from 'vitest';
import { textIndex } from './text-index.mjs';

const DECLARED = `
declare const words: Record<string, string>;
declare const tones: Record<'ok' | 'down', string>;
declare const list: string[];
declare const map: Map<string, string>;
declare const text: string;
declare const tone: 'ok' | 'down';
declare const index: number;
`;

let dir: string | undefined;
afterEach(() => dir && rmSync(dir, { recursive: true, force: true }));

/** The lines that the rule refuses, in a project of one file: the types of ours would take half a minute. */
async function refused(lines: readonly string[]): Promise<string[]> {
  dir = mkdtempSync(join(tmpdir(), 'watchroom-lint-'));
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, target: 'es2022', lib: ['es2022'], types: [] }, files: ['looked-at.ts'] }));
  writeFileSync(join(dir, 'looked-at.ts'), `${DECLARED}${lines.join('\n')}\nexport {};\n`);
  const eslint = new ESLint({
    cwd: dir,
    overrideConfigFile: true,
    overrideConfig: [
      ...nextTypescript,
      {
        files: ['**/*.ts'],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: dir } },
        plugins: { watchroom: { rules: { 'text-index': textIndex } } },
        rules: { 'watchroom/text-index': 'error' },
      },
    ],
  });
  const [result] = await eslint.lintFiles(['looked-at.ts']);
  const first = DECLARED.split('\n').length;
  const messages = (result?.messages ?? []).filter(({ ruleId, fatal }) => ruleId === 'watchroom/text-index' || fatal);
  return messages.map(({ line, message, fatal }) => (fatal ? message : (lines[line - first] ?? '')));
}

it('refuses an index by any text, and leaves closed lists, numbers and maps alone', async () => {
  const bad = ['void words[text];', 'void words[`${text}`];', "words[text] = '';", 'void (text in words);', 'void (text in tones);'];
  const good = ['void tones[tone];', 'void list[index];', 'void map.get(text);', "void words['fixed'];", 'delete words[text];', "void ('ok' in tones);"];
  expect(await refused([...bad, ...good])).toEqual(bad);
});

it('holds for all code of the board', async () => {
  for (const file of ['app/api/health/route.ts', 'components/ui/button.tsx', 'lib/core/iso.ts', 'stores/connection.ts', 'local/start/start.ts']) {
    const config = (await new ESLint().calculateConfigForFile(file)) as { rules?: Record<string, unknown[]> };
    expect([file, config.rules?.['watchroom/text-index']]).toEqual([file, [2]]);
  }
});
