import { describe, expect, it } from 'vitest';
import { ATTACKS } from '@/attack/attacks';
import { runAttacks } from '@/attack/run-attacks';
import { DEMO_PASSWORD } from '@/prisma/seed-data';
import { startCarelessServer } from '../careless-server';
import { useBoard } from '../use-board';

const account = { email: 'observer@example.org', password: DEMO_PASSWORD };
const ATTACKS_MS = 240_000;
/** The promise is five times; other suites share the machine. */
const SLOWER_BESIDE_OTHER_TESTS = 15;

describe('the attacks of strangers (npm run attack)', () => {
  const board = useBoard({ env: { SSE_MAX_PER_USER: '3' } });

  it('are refused by a board, and those who work with it go on meanwhile', { timeout: ATTACKS_MS }, async () => {
    const outcomes = await runAttacks({ baseUrl: board().app.url, ...account }, () => undefined, SLOWER_BESIDE_OTHER_TESTS);
    expect(outcomes.filter(({ held }) => !held)).toEqual([]);
    expect(outcomes).toHaveLength(ATTACKS.length + 1);
  });

  it('come through where nobody took care, each of them', { timeout: ATTACKS_MS }, async () => {
    const careless = await startCarelessServer();
    try {
      const outcomes = await runAttacks({ baseUrl: careless.url, ...account }, () => undefined);
      expect(outcomes.slice(0, ATTACKS.length).filter(({ held }) => held)).toEqual([]);
    } finally {
      await careless.close();
    }
  });
});
