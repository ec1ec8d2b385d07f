import { projectDir, ready } from './enter.mjs';

/**
 * `npm test`: packages for development first, then the typed part.
 * @param {string[]} names the suites to run; all when empty
 */
export async function runTest(names) {
  try {
    await ready({ dev: true });
    const { runSuites } = await import('../test/run-suites.ts');
    process.exitCode = await runSuites(projectDir, names);
  } catch (error) {
    console.error(`\nThe tests cannot run. ${error.message}`);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  }
}
