import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { StartSettings } from '../bootstrap/settings.mjs';

/** The addresses people may open: this machine, and its addresses in the network when it listens on all of them. */
function addresses({ host, port }: Pick<StartSettings, 'host' | 'port'>): string[] {
  if (host === '127.0.0.1') return [`http://localhost:${port}`];
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const network = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => `http://${address.address}:${port}`);
  return [`http://localhost:${port}`, ...network];
}

/** What is printed once the board is open. `firstRunToken`: nobody can sign in yet, and this lets somebody make the first admin. */
export function banner(settings: StartSettings, firstRunToken: string | null = null): string {
  const [first = '', ...others] = addresses(settings);
  const lines = [
    '',
    `  Watchroom is open at  ${first}`,
    ...others.map((address) => `       in the network  ${address}`),
    '',
  ];
  if (settings.demo) {
    lines.push(
      '  Demo sign-ins, password watchroom-demo:',
      '    admin@example.org       supervisor@example.org',
      '    dispatcher1@example.org … dispatcher6@example.org',
      '    observer@example.org',
      '',
      ...(isLoopback(settings.host)
        ? ['  Only this machine can open it. For others to see it too: HOST=0.0.0.0 npm start']
        : ['  WARNING: the demo passwords are public and this board can be opened from the network.', '  Whoever reaches it can sign in as admin. For real work start it with DEMO=0.']),
      '',
    );
  }
  if (firstRunToken) {
    lines.push('  Nobody can sign in yet. Make the first admin, once, at', `    ${(settings.nextAuthUrl ?? first).replace(/\/$/, '')}/first-run#token=${firstRunToken}`, '  or here: npm run admin -- create you@example.org', '');
  }
  if (!settings.demo && isLoopback(settings.host)) lines.push('  Only this machine can open it. For others to see it too: HOST=0.0.0.0 npm start', '');
  lines.push(`  Data and logs: ${settings.dataDir} (${join(settings.dataDir, 'logs')})`, '  Stop with Ctrl-C.', '');
  return lines.join('\n');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
