import { parseArgs } from 'node:util';
import { cardAnswerSchema } from '@/lib/protocol/cards';
import { startBoard, type Board } from '../testing/board';
import { person, type Person } from '../testing/person';

/** Together below what one user may ask in a minute. */
const WARM_ASKS = 60;
const COLD_ASKS = 5;
/** The expensive ones, whose figures reach back over a week or a day. */
const CARDS = ['response-times', 'turnout-times', 'unit-utilisation', 'incidents-per-hour', 'room-activity', 'shift-activity'];

/** A board that has been used for a while: incidents of a year, units that were under way all week, rooms that were talked in. */
async function fill(board: Board, incidents: number): Promise<void> {
  await board.sql(
    `INSERT INTO incidents (id, year, ordinal, title, type, priority, status, status_since, source, created_at, updated_at, active_at)
     SELECT 'bench-' || n, 2000, n, 'Bench', 'fire', 'P' || 1 + n % 4, 'closed', at, 'manual', at, at, at + random() * interval '10 minutes'
     FROM generate_series(1, $1::int) AS n, LATERAL (SELECT now() - random() * interval '7 days' AS at) AS moment`,
    [incidents],
  );
  await board.sql(
    `INSERT INTO unit_status_history (unit_id, code, state, at, actor_name)
     SELECT unit.id, '1', (ARRAY['alerted', 'en_route', 'on_scene', 'available_station'])[1 + n % 4], now() - n * interval '7 days' / $1::int, 'Bench'
     FROM (SELECT id FROM units ORDER BY id LIMIT 20) AS unit, generate_series(1, $1::int) AS n`,
    [Math.round(incidents / 4)],
  );
  await board.sql(
    `INSERT INTO incident_log (id, incident_id, seq, kind, phase, speaker_role, speaker_label, text, occurred_at, recorded_at, source)
     SELECT 'bench-' || n, 'bench-' || 1 + n % 50, n, 'utterance', 'active', 'dispatcher', 'Bench', 'Bench', now() - n * interval '1 second', now() - n * interval '1 second', 'manual'
     FROM generate_series(1, $1::int) AS n`,
    [incidents],
  );
  await board.sql('ANALYZE');
}

async function ask(who: Person, key: string): Promise<{ tookMs: number; computeMs: number; how: string }> {
  const answer = await who.get(`/api/cards/${key}`, { timeoutMs: 60_000 });
  const { card, how } = cardAnswerSchema.parse(answer.json());
  return { tookMs: answer.tookMs, computeMs: card.state.result?.durationMs ?? Number.NaN, how };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function measure(who: Person, key: string): Promise<void> {
  const cold: Awaited<ReturnType<typeof ask>>[] = [];
  for (let n = 0; n < COLD_ASKS; n += 1) {
    await who.post('/api/cards/bust', { card: key, recompute: false });
    cold.push(await ask(who, key));
  }
  const warm: Awaited<ReturnType<typeof ask>>[] = [];
  for (let n = 0; n < WARM_ASKS; n += 1) warm.push(await ask(who, key));
  const hits = warm.filter(({ how }) => how === 'hit').length;
  const [compute, coldMs, warmMs] = [median(cold.map(({ computeMs }) => computeMs)), median(cold.map(({ tookMs }) => tookMs)), median(warm.map(({ tookMs }) => tookMs))];
  console.log(`${key}: computing ${compute.toFixed(0)} ms · cold route ${coldMs.toFixed(0)} ms · warm route ${warmMs.toFixed(1)} ms (${hits} of ${WARM_ASKS} hits) · warm is ${(coldMs / warmMs).toFixed(0)} times cheaper`);
}

/** `node --conditions=react-server --import tsx bench/cards.ts [--incidents 200000]` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { incidents: { type: 'string', default: '200000' } } });
  const board = await startBoard({ env: { CARD_TIMEOUT_MS: '60000' } });
  try {
    await fill(board, Number(values.incidents));
    const admin = await person(board.app.url, 'admin');
    for (const key of CARDS) await measure(admin, key);
  } finally {
    await board.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
