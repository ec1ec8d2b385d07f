import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PlainError } from '../plain-error';

const KNOWN = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** Chromium without its windows: loads a page for half the work, and is enough for most stories. */
const KNOWN_SHELLS = ['/usr/bin/chromium-headless-shell'];
const INSTALL_MS = 300_000;

/** The browsers of the stories. */
export interface Browsers {
  /** Path of a whole Chromium. */
  readonly chromium: string;
  /** Path of one without windows; where there is none, that of the whole one. */
  readonly shell: string;
}

/** Both browsers for the stories: as `findChromium`, and the shell of CHROMIUM_SHELL_PATH or an installed one. */
export async function findBrowsers(log: (line: string) => void): Promise<Browsers> {
  const chromium = await findChromium(log);
  return { chromium, shell: named('CHROMIUM_SHELL_PATH') ?? KNOWN_SHELLS.find((path) => existsSync(path)) ?? chromium };
}

/**
 * Path of a Chromium for the browser tests: CHROMIUM_PATH, an installed one, Playwright's own, or one installed now
 * (by apt-get as root on Debian, else by Playwright). Throws a {@link PlainError} when none can be had.
 */
export async function findChromium(log: (line: string) => void): Promise<string> {
  return named('CHROMIUM_PATH') ?? (await present()) ?? (await install(log));
}

/** The path in a setting, undefined where it is not set. Throws a {@link PlainError} when there is no file. */
function named(setting: 'CHROMIUM_PATH' | 'CHROMIUM_SHELL_PATH'): string | undefined {
  const path = process.env[setting];
  if (path && !existsSync(path)) throw new PlainError(`${setting} is ${path}, where there is no file. Correct it, or leave it out.`);
  return path || undefined;
}

async function present(): Promise<string | undefined> {
  const known = KNOWN.find((path) => existsSync(path));
  if (known) return known;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

async function install(log: (line: string) => void): Promise<string> {
  log('Installing Chromium for the browser tests …');
  const attempts: [string, string[]][] = [['npx', ['playwright', 'install', 'chromium']]];
  // Playwright's download lacks the libraries of a bare Debian; its package brings them.
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const install = 'apt-get install -y -qq --no-install-recommends chromium';
    attempts.unshift(['sh', ['-c', `apt-get update -qq && (${install} chromium-headless-shell || ${install})`]]);
  }
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: 'ignore', timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    const found = await present();
    if (found) return found;
  }
  throw new PlainError('There is no Chromium for the browser tests and it could not be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
}
