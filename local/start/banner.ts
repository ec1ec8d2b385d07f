import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { StartSettings } from '../bootstrap/settings.mjs';

/** The addresses people may open: this machine, and its addresses in the network when it listens on all of them. */
function addresses({ host, port }: Pick<StartSettings, 'host' | 'port'>): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const network = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => `http://${address.address}:${port}`);
  return [`http://localhost:${port}`, ...network];
}

/** What is printed once the board is open. */
export function banner(settings: StartSettings): string {
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
    );
  }
  lines.push(`  Data and logs: ${settings.dataDir} (${join(settings.dataDir, 'logs')})`, '  Stop with Ctrl-C.', '');
  return lines.join('\n');
}
