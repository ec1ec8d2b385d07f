import { z } from 'zod';
import type { Board } from '../board';
import { person } from '../person';
import type { RecordedConnection } from '../record-connection';
import type { ChaosClient } from './client';
import { judgeClient, judgeLog, type Step, type Verdict } from './judge';
import type { Sending } from './senders';
import type { LoggedEvent } from './truth';

/** The figures of one run. All of `lost`, `doubled`, `disordered` and `faults` must be nothing. */
export interface ChaosReport {
  readonly sent: number;
  /** Neither taken nor surely not, by reason: they count when they came to the log. */
  readonly unsure: ReadonlyMap<string, number>;
  readonly expected: number;
  readonly delivered: number;
  readonly lost: number;
  readonly doubled: number;
  readonly disordered: number;
  /** Not delivered, but made up for by a reset and its snapshot. */
  readonly excused: number;
  readonly resets: number;
  readonly degradedSnapshots: number;
  readonly polls: number;
  readonly reconnects: number;
  /** Sentences about what else is wrong. */
  readonly faults: readonly string[];
}

/** What a report is made of. `unheard`: clients that never heard the last event. */
export interface ReportInput {
  readonly board: Board;
  readonly truth: readonly LoggedEvent[];
  readonly sending: Sending;
  readonly clients: readonly ChaosClient[];
  readonly unheard: number;
}

const snapshotFlashSchema = z.object({ flash: z.array(z.object({ id: z.string() })) });
const MAX_EXAMPLES = 5;

/** Judges every client, the log and the snapshot. */
export async function makeReport({ board, truth, sending, clients, unheard }: ReportInput): Promise<ChaosReport> {
  const verdicts = clients.map(({ recorded }) => judgeClient(truth, stepsOf(recorded)));
  const log = judgeLog(truth, sending.taken);
  const total = (of: (verdict: Verdict) => number) => verdicts.reduce((sum, verdict) => sum + of(verdict), 0);
  const count = (kind: 'reset' | 'snapshot' | 'polled' | 'connected') => clients.reduce((sum, { recorded }) => sum + recorded.of(kind).length, 0);
  const lost = verdicts.flatMap((verdict, index) => verdict.lost.map(({ word }) => `client ${index} never heard ${word}`));
  return {
    sent: sending.taken.length,
    unsure: sending.unsure,
    expected: (truth.length + log.missing.length) * clients.length,
    delivered: total(({ delivered }) => delivered),
    lost: lost.length + log.missing.length * clients.length,
    doubled: total(({ doubled }) => doubled),
    disordered: total(({ disordered }) => disordered) + log.disordered.length,
    excused: total(({ excused }) => excused.length),
    resets: count('reset'),
    degradedSnapshots: count('snapshot'),
    polls: count('polled'),
    reconnects: count('connected') - clients.length,
    faults: [
      ...(unheard > 0 ? [`${unheard} clients never heard the last event`] : []),
      ...log.missing.slice(0, MAX_EXAMPLES).map(({ word }) => `${word} was taken but is not on the log`),
      ...log.disordered.slice(0, MAX_EXAMPLES).map(({ word }) => `${word} stands on the log before what was sent earlier`),
      ...lost.slice(0, MAX_EXAMPLES),
      ...(await unknownAfterReset(clients, verdicts)),
      ...(await snapshotFaults(board, sending)),
    ],
  };
}

/** The figures as lines for a person. */
export function reportLines(report: ChaosReport): string[] {
  const { sent, unsure, expected, delivered, lost, doubled, disordered, excused, resets, degradedSnapshots, polls, reconnects } = report;
  return [
    `events sent    ${sent} taken; refused or unanswered: ${[...unsure].map(([reason, count]) => `${count} (${reason})`).join(', ') || 'none'}`,
    `deliveries     ${delivered} of ${expected}`,
    `lost           ${lost}`,
    `doubled        ${doubled}`,
    `disordered     ${disordered}`,
    `resets         ${resets}, which made up for ${excused} deliveries`,
    `polls          ${polls}, ${degradedSnapshots} of them answered from the database`,
    `reconnects     ${reconnects}`,
    ...report.faults,
  ];
}

/** Whether nothing was lost, doubled, disordered or otherwise wrong. */
export function isClean({ lost, doubled, disordered, faults }: ChaosReport): boolean {
  return lost === 0 && doubled === 0 && disordered === 0 && faults.length === 0;
}

function stepsOf(recorded: RecordedConnection): Step[] {
  return recorded.told.flatMap((thing): Step[] => {
    if (thing.kind === 'event') return [{ eventId: thing.event.id }];
    return thing.kind === 'reset' ? [{ resetAt: thing.cursor }] : [];
  });
}

/** A message that a reset skipped must be in the snapshot that was loaded because of it. */
async function unknownAfterReset(clients: readonly ChaosClient[], verdicts: readonly Verdict[]): Promise<string[]> {
  const faults = await Promise.all(
    clients.map(async (client, index) => {
      const known = await client.knownBySnapshot();
      const skipped = verdicts[index]?.excused ?? [];
      return skipped.flatMap(({ flashId, word }) => (flashId && !known.has(flashId) ? [`client ${index} does not know ${word} by its snapshot`] : []));
    }),
  );
  return faults.flat();
}

/** The snapshot of everybody equals the database, which holds every message that was taken. */
async function snapshotFaults(board: Board, { taken }: Sending): Promise<string[]> {
  const rows = await board.sql<{ id: string }>(`SELECT id FROM flash WHERE status = 'live'`);
  const stored = rows.map(({ id }) => id).sort();
  const faults = taken.filter(({ line, id }) => line.startsWith('message') && !stored.includes(id)).map(({ word }) => `${word} was taken but is not in the database`);
  for (const app of board.apps) {
    const who = await person(app.url, 'observer');
    const shown = snapshotFlashSchema.parse((await who.get('/api/snapshot')).json()).flash.map(({ id }) => id).sort();
    if (shown.join() !== stored.join()) faults.push(`The snapshot of ${app.url} has ${shown.length} messages, the database ${stored.length}.`);
  }
  return faults;
}
