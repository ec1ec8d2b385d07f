/**
 * `npm test`: every check and every test, with a heading each, and as its last line how many passed and failed.
 * Exit code 1 when anything failed. Imports the rest only once Node is known to understand it.
 */
import { nodeVersionProblem } from './bootstrap/node-version.mjs';

const problem = nodeVersionProblem(process.version);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./bootstrap/run-test.mjs').then(({ runTest }) => runTest(process.argv.slice(2)));
}
