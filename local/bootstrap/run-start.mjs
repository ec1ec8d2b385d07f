import { giveUp, loadEnvFile, projectDir, readTypeScript, ready } from './enter.mjs';
import { needsInstall } from './install.mjs';
import { machineProblem } from './preflight.mjs';
import { readSettings } from './settings.mjs';

/**
 * `npm start` and `npm run dev`: settings first, then the machine, then packages, then the typed part.
 * @param {string[]} args `--dev`, or nothing
 */
export async function runStart(args) {
  try {
    loadEnvFile();
    const read = readSettings(process.env, projectDir, args.includes('--dev'));
    if ('problem' in read) return giveUp(read.problem);
    const { settings } = read;
    // The schemas are typed code: without packages they are asked as soon as these are there.
    const early = !needsInstall(projectDir, false);
    if (early) await demandGoodSettings(settings);
    const problem = await machineProblem(settings);
    if (problem) return giveUp(problem);
    const progress = await ready({ dev: false });
    if (!early) await demandGoodSettings(settings);
    const { start } = await import('../start/start.ts');
    await start(settings, progress);
  } catch (error) {
    giveUp(error.message);
  }
}

async function demandGoodSettings(settings) {
  await readTypeScript();
  const { wrongSettings } = await import('../start/check-settings.ts');
  const wrong = wrongSettings(settings, process.env);
  if (wrong) giveUp(wrong);
}
