import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { infrastructureSchema } from '@/lib/protocol/infrastructure';
import { DEMO_PASSWORD } from '@/prisma/seed-data';
import { projectDir } from '../build-folder';
import { eventually } from '../eventually';
import { person } from '../person';
import { useBoard } from '../use-board';

const LEAST_CHECKS = 37;
const resultsSchema = z.object({ passed: z.int(), failed: z.int(), checks: z.array(z.object({ id: z.string(), passed: z.boolean(), detail: z.string() })) });

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs the check as `npm run contract` does. */
async function check(url: string, ...options: string[]) {
  const out = mkdtempSync(join(tmpdir(), 'watchroom-contract-'));
  folders.push(out);
  const env = { ...process.env };
  delete env.WATCHROOM_EMAIL;
  delete env.WATCHROOM_PASSWORD;
  const child = spawn(process.execPath, ['--import', 'tsx', 'contract/main.ts', url, '--out', out, ...options], { cwd: projectDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const pipe of [child.stdout, child.stderr]) pipe.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const files = Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
  const results = () => resultsSchema.parse(JSON.parse(files['results.json'] ?? 'null'));
  return { code, text, files, results };
}

describe('the contract of infrastructure (N7), against a board', () => {
  const board = useBoard({ env: { INFRA_COLLECT: '1', SSE_HEARTBEAT_MS: '5000' } });
  beforeAll(async () => {
    const admin = await person(board().app.url, 'admin');
    await eventually('seven services to be up', async () => {
      const { services } = infrastructureSchema.parse((await admin.get('/api/infrastructure')).json());
      return services.filter(({ state }) => state === 'up' || state === 'warn').length >= 7;
    }, 90_000);
  });

  it('holds for half a minute, check by check, and leaves its evidence', async () => {
    const { code, text, files, results } = await check(board().app.url);
    const { passed, failed, checks } = results();
    expect(checks.filter((one) => !one.passed)).toEqual([]);
    expect({ code, failed }).toEqual({ code: 0, failed: 0 });
    expect(passed).toBeGreaterThanOrEqual(LEAST_CHECKS);
    expect(text).toContain(`${passed} passed, 0 failed.`);
    expect(Object.keys(files).sort()).toEqual(['results.json', 'results.md', 'snapshot.json', 'stream-sample.txt']);
    expect(infrastructureSchema.parse(JSON.parse(files['snapshot.json'] ?? '')).services.length).toBeGreaterThanOrEqual(7);
    expect(files['stream-sample.txt']).toMatch(/^event: connected\n/);
    for (const leak of ['session-token', 'csrf', DEMO_PASSWORD]) expect(Object.values(files).join('\n') + text).not.toContain(leak);
  });

  it('cannot be looked at with a wrong password: one line, and nothing is written', async () => {
    const { code, text, files } = await check(board().app.url, '--email', 'admin@example.org', '--password', 'not-it');
    expect(code).toBe(2);
    expect(text.trim()).toMatch(/^admin@example\.org could not sign in.*$/);
    expect(files).toEqual({});
  });
});

describe('the contract of infrastructure (N7), against a server that breaks it', () => {
  const COOKIE = 'a-session-that-nobody-may-see';
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      if (path === '/api/auth/csrf') return response.setHeader('content-type', 'application/json').end('{"csrfToken":"t"}');
      if (path === '/api/auth/callback/credentials') return response.setHeader('set-cookie', `session-token=${COOKIE}; HttpOnly`).end('{}');
      if (path === '/api/infrastructure/stream') return response.setHeader('content-type', 'text/event-stream').write(`event: infra\r\ndata: {"you":"${request.headers.cookie}"}\r\n\r\n`);
      return response.setHeader('content-type', 'text/html').end(JSON.stringify({ success: true, status: 'green', services: [{ name: request.headers.cookie }] }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    url = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is said to be broken, each breach by its name', async () => {
    const { code, text, files, results } = await check(url, '--seconds', '10');
    expect(code).toBe(1);
    const failed = results().checks.filter(({ passed }) => !passed).map(({ id }) => id);
    expect(failed).toEqual(expect.arrayContaining(['access.rest.anonymous', 'access.stream.anonymous', 'access.rest.foreign', 'rest.content-type', 'rest.schema', 'services.seven', 'history.schema', 'stream.connected-first', 'stream.no-buffering', 'pace.infra', 'pace.heartbeats', 'content.line-ends', 'content.envelope', 'equality.same-look']));
    expect(results().failed).toBe(failed.length);
    expect(text).toContain('✗ The first event is connected: The first event is "infra". Expected was connected.');
    expect(files['stream-sample.txt']).toContain('[removed]');
    expect(Object.values(files).join('\n') + text).not.toContain(COOKIE);
  });

  it('that is not there cannot be looked at', async () => {
    const { code, text } = await check('http://127.0.0.1:9');
    expect(code).toBe(2);
    expect(text.trim()).toMatch(/^http:\/\/127\.0\.0\.1:9 does not answer.*$/);
  });
});
