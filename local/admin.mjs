/**
 * `npm run admin -- create <e-mail> [--name <name>] [--role <role>]` and `npm run admin -- reset <e-mail>`.
 * Imports the rest only once Node is known to understand it.
 */
import { nodeVersionProblem } from './bootstrap/node-version.mjs';

const problem = nodeVersionProblem(process.version);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./bootstrap/run-admin.mjs').then(({ runAdmin }) => runAdmin(process.argv.slice(2)));
}
