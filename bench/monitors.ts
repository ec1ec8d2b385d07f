import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { infrastructureSchema } from '@/lib/protocol/infrastructure';
import { startPageServer, text } from '@/lib/server/monitoring/probes/testing/page-server';
import { startBoard, type Board } from '../testing/board';
import { person, type Person } from '../testing/person';
import { cpuSeconds } from './process-stats';

const INTERVAL_MS = 2_000;
const SETTLE_MS = 10_000;
const ADD_PAUSE_MS = 600;

/** What looking cost for a while. `roundMs`: from the moment a round is due until its payload is made. */
interface Measured {
  readonly services: number;
  readonly looksPerSecond: number;
  readonly cpuPercent: number;
  readonly roundMs: readonly number[];
  readonly up: number;
}

async function measure(board: Board, admin: Person, seconds: number): Promise<Measured> {
  const count = async () => Number((await board.sql<{ count: string }>('SELECT count(*) FROM monitor_samples'))[0]?.count);
  const stream = await admin.listen();
  const [cpuBefore, looksBefore, startedAt] = [cpuSeconds(board.app.pid()), await count(), performance.now()];
  await delay(seconds * 1_000);
  const passed = (performance.now() - startedAt) / 1_000;
  const cpuPercent = ((cpuSeconds(board.app.pid()) - cpuBefore) / passed) * 100;
  const looksPerSecond = ((await count()) - looksBefore) / passed;
  const ticks = stream.frames.flatMap((block) => (block.kind === 'frame' && block.type === 'tick' ? [tickSchema.parse(block.data).tick.checked_at] : []));
  await stream.close();
  const payload = infrastructureSchema.parse((await admin.get('/api/infrastructure')).json());
  return {
    services: payload.services.length,
    looksPerSecond,
    cpuPercent,
    roundMs: ticks.map((at) => Date.parse(at) % INTERVAL_MS).sort((a, b) => a - b),
    up: payload.services.filter(({ state }) => state === 'up').length,
  };
}

const tickSchema = z.object({ tick: z.object({ checked_at: z.string() }) });

function tell({ services, looksPerSecond, cpuPercent, roundMs, up }: Measured): void {
  const at = (share: number) => roundMs[Math.min(roundMs.length - 1, Math.floor(roundMs.length * share))] ?? Number.NaN;
  console.log(`services ${services} (${up} up) · ${looksPerSecond.toFixed(1)} looks kept per second · round p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${INTERVAL_MS} · CPU ${cpuPercent.toFixed(1)} % of one core`);
}

/** `node --conditions=react-server --import tsx bench/monitors.ts [--monitors 200] [--seconds 30]` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { monitors: { type: 'string', default: '200' }, seconds: { type: 'string', default: '30' } } });
  const [monitors, seconds] = [Number(values.monitors), Number(values.seconds)];
  const server = await startPageServer(text('all is well'));
  const board = await startBoard({ env: { INFRA_COLLECT: '1', SSE_HEARTBEAT_MS: '5000' } });
  try {
    const admin = await person(board.app.url, 'admin');
    await delay(SETTLE_MS);
    tell(await measure(board, admin, seconds));
    for (let index = 0; index < monitors; index += 1) {
      const config = index % 2 === 0 ? { kind: 'http', url: `${server.origin}/${index}`, keyword: 'well' } : { kind: 'tcp', host: '127.0.0.1', port: server.port };
      const answer = await admin.post('/api/monitors', { name: `Bench ${index}`, config, intervalMs: INTERVAL_MS, timeoutMs: 1_500 });
      if (answer.status !== 201) throw new Error(`A monitor was refused: ${answer.text}`);
      // One user may write so many times a minute.
      await delay(ADD_PAUSE_MS);
    }
    await delay(SETTLE_MS);
    tell(await measure(board, admin, seconds));
  } finally {
    await board.stop();
    await server.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
