import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A web server whose start was killed notices within a moment and ends itself. */
const LEFTOVER_MS = 8000;

/**
 * What on this machine keeps Watchroom from starting, as one sentence, or null: the data folder and the port
 * are tried for real, before any long work.
 * @param {import('./settings.mjs').StartSettings} settings
 * @returns {Promise<string | null>}
 */
export async function machineProblem(settings) {
  return dataFolderProblem(settings.dataDir) ?? (await portProblem(settings));
}

function dataFolderProblem(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return null;
  } catch (error) {
    return `The data folder ${dataDir} cannot be written to (${error.code}). Set WATCHROOM_DATA to a folder you may write to, or change its owner.`;
  }
}

async function portProblem({ host, port, dataDir }) {
  let code = await listenError(host, port);
  const owner = runningStart(dataDir);
  if (code === 'EADDRINUSE' && owner && !owner.alive) {
    const deadline = Date.now() + LEFTOVER_MS;
    while (code === 'EADDRINUSE' && Date.now() < deadline) {
      await delay(100);
      code = await listenError(host, port);
    }
  }
  if (code === null) return null;
  if (code === 'EADDRINUSE' && owner?.alive) {
    return `Watchroom already runs on port ${port} (process ${owner.pid}). Stop it first, or start a second copy with its own PORT and WATCHROOM_DATA.`;
  }
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Stop that program, or set PORT to a free number: PORT=${await nextFree(host, port)} npm start`;
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Set PORT to a number above 1023, for example PORT=3000.`;
  return `The web server cannot listen on ${host} port ${port} (${code}). Set HOST to an address of this machine (0.0.0.0 for all) and PORT to a free port.`;
}

/** The start command that has, or had, this data folder. */
function runningStart(dataDir) {
  try {
    const pid = Number(readFileSync(join(dataDir, 'run.lock'), 'utf8').split('\n')[0]);
    return { pid, alive: isAlive(pid) };
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function nextFree(host, port) {
  for (let candidate = port + 1; candidate < Math.min(port + 50, 65536); candidate += 1) {
    if ((await listenError(host, candidate)) === null) return candidate;
  }
  return 3000;
}

function listenError(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code ?? 'unknown error'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
