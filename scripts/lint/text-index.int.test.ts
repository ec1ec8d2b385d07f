import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const DECLARED = `
declare const words: Record<string, string>;
declare const tones: Record<'ok' | 'down', string>;
declare const list: string[];
declare const map: Map<string, string>;
declare const text: string;
declare const tone: 'ok' | 'down';
declare const index: number;
`;

/** The lines of a file of ours that the project's own rules refuse for their index. */
async function refused(lines: readonly string[]): Promise<string[]> {
  const [result] = await new ESLint().lintText(`${DECLARED}${lines.join('\n')}\nexport {};\n`, { filePath: 'lib/core/iso.ts' });
  const first = DECLARED.split('\n').length;
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === 'watchroom/text-index').map(({ line }) => lines[line - first] ?? '');
}

it('refuses an index by any text, and leaves closed lists, numbers and maps alone', async () => {
  const bad = ['void words[text];', 'void words[`${text}`];', "words[text] = '';", 'void (text in words);', 'void (text in tones);'];
  const good = ['void tones[tone];', 'void list[index];', 'void map.get(text);', "void words['fixed'];", 'delete words[text];', "void ('ok' in tones);"];
  expect(await refused([...bad, ...good])).toEqual(bad);
});
