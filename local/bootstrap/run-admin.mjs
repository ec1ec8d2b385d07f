import { spawn } from 'node:child_process';
import { giveUp, projectDir, ready } from './enter.mjs';

/**
 * `npm run admin`: packages first, then the typed part, in a process of its own: only that one may read the server's modules.
 * @param {string[]} args what to do, and for whom
 */
export async function runAdmin(args) {
  try {
    await ready({ dev: false });
    const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'local/admin/main.ts', ...args], { cwd: projectDir, stdio: 'inherit' });
    child.once('exit', (code) => (process.exitCode = code ?? 1));
  } catch (error) {
    giveUp(error.message);
  }
}
