/**
 * `npm start` (and `npm run dev` with `--dev`). Ends with 0 after Ctrl-C, SIGTERM or SIGHUP, with 1 and one
 * sentence when it cannot start. Imports the rest only once Node is known to understand it.
 */
import { nodeVersionProblem } from './bootstrap/node-version.mjs';

const problem = nodeVersionProblem(process.version);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./bootstrap/run-start.mjs').then(({ runStart }) => runStart(process.argv.slice(2)));
}
