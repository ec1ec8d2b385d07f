import { ATTACKS, Fallen, type Attack } from './attacks';
import { send, session, type Target } from './target';

/** A board under attack may take so many times as long to answer those who work with it. */
const SLOWER_AT_MOST = 5;
/** Below this a quiet value says more about the clock than about the board, milliseconds. */
const LEAST_QUIET_MS = 20;
const QUIET_LOOKS = 60;
/** Far below what one user may ask in a minute. */
const LOOK_EVERY_MS = 150;
const P = 0.95;

/** What came of one attack. `detail`: what the board answered, or how it fell. */
export interface Outcome {
  readonly name: string;
  readonly held: boolean;
  readonly detail: string;
}

/** Tries every attack, one after the other; `tell` hears each outcome at once. The last is how quick the board stayed. Throws PlainError when the account cannot sign in. */
export async function runAttacks(target: Target, tell: (outcome: Outcome) => void, slowerAtMost = SLOWER_AT_MOST): Promise<Outcome[]> {
  const cookie = await session(target);
  const look = async () => {
    const { status, tookMs } = await send(target, '/api/units', { headers: { cookie } });
    return status === 200 ? tookMs : Number.POSITIVE_INFINITY;
  };
  await look();
  const quiet: number[] = [];
  for (let index = 0; index < QUIET_LOOKS; index += 1) quiet.push(await look());
  const under: number[] = [];
  const outcomes: Outcome[] = [];
  const add = (outcome: Outcome) => {
    outcomes.push(outcome);
    tell(outcome);
  };
  for (const attack of ATTACKS) add(await (attack.isFlood ? whileLooking(() => outcomeOf(attack, target), look, under) : outcomeOf(attack, target)));
  add(steadiness(percentile(quiet), percentile(under), under.length, slowerAtMost));
  return outcomes;
}

async function outcomeOf(attack: Attack, target: Target): Promise<Outcome> {
  try {
    return { name: attack.name, held: true, detail: await attack.run(target) };
  } catch (error) {
    if (!(error instanceof Fallen)) throw error;
    return { name: attack.name, held: false, detail: error.message };
  }
}

async function whileLooking<T>(run: () => Promise<T>, look: () => Promise<number>, times: number[]): Promise<T> {
  let over = false;
  const looking = (async () => {
    while (!over) {
      const [took] = await Promise.all([look(), new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))]);
      times.push(took);
    }
  })();
  try {
    return await run();
  } finally {
    over = true;
    await looking;
  }
}

function steadiness(quietMs: number, underMs: number, looks: number, slowerAtMost: number): Outcome {
  const bound = slowerAtMost * Math.max(quietMs, LEAST_QUIET_MS);
  return {
    name: `Meanwhile the board answers within ${slowerAtMost} times its quiet time`,
    held: underMs <= bound,
    detail: `95 % of ${looks} looks at the units took up to ${Math.round(underMs)} ms, quiet ${Math.round(quietMs)} ms`,
  };
}

function percentile(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * P)] ?? Number.POSITIVE_INFINITY;
}
