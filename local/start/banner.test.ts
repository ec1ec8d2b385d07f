import { describe, expect, it } from 'vitest';
import { readSettings } from '../bootstrap/settings.mjs';
import { banner } from './banner';

function printed(env: Record<string, string>, token: string | null = null): string {
  const read = readSettings(env, '/srv/watchroom', false);
  if ('problem' in read) throw new Error(read.problem);
  return banner(read.settings, token);
}

describe('what the start prints when the board is open', () => {
  it('is an address of this machine alone with demo accounts, and says so', () => {
    const text = printed({});
    expect(text).toContain('http://localhost:3000');
    expect(text).not.toMatch(/in the network|WARNING/);
    expect(text).toMatch(/Only this machine can open it\..*HOST=0\.0\.0\.0 npm start/);
  });

  it('warns when demo accounts can be reached from the network', () => {
    for (const HOST of ['0.0.0.0', '::', '192.0.2.7']) expect(printed({ HOST })).toMatch(/WARNING: the demo passwords are public/);
  });

  it('names neither demo accounts nor their password on a board without them', () => {
    const text = printed({ DEMO: '0' });
    expect(text).not.toMatch(/watchroom-demo|example\.org|WARNING|Only this machine/);
  });

  it('tells a board that nobody can sign in at how to make the first admin, by an address that keeps the token in the browser', () => {
    expect(printed({ DEMO: '0' }, 'a-token')).toContain('http://localhost:3000/first-run#token=a-token\n');
    expect(printed({ DEMO: '0', NEXTAUTH_URL: 'https://board.example.org/' }, 'a-token')).toContain('https://board.example.org/first-run#token=a-token\n');
    expect(printed({ DEMO: '0' })).not.toMatch(/first-run/);
  });

  it('says so when only this machine can open a board without demo accounts', () => {
    expect(printed({ DEMO: '0', HOST: '127.0.0.1' })).toMatch(/Only this machine/);
  });
});
