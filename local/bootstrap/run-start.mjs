import { giveUp, loadEnvFile, projectDir, ready } from './enter.mjs';
import { machineProblem } from './preflight.mjs';
import { readSettings } from './settings.mjs';

/**
 * `npm start` and `npm run dev`: the quick checks first, then packages, then the typed part.
 * @param {string[]} args `--dev`, or nothing
 */
export async function runStart(args) {
  try {
    loadEnvFile();
    const read = readSettings(process.env, projectDir, args.includes('--dev'));
    if ('problem' in read) return giveUp(read.problem);
    const problem = await machineProblem(read.settings);
    if (problem) return giveUp(problem);
    const progress = await ready({ dev: false });
    const { start } = await import('../start/start.ts');
    await start(read.settings, progress);
  } catch (error) {
    giveUp(error.message);
  }
}
