import { parseArgs } from 'node:util';

/** How often each fault happens in one run. */
export interface FaultCounts {
  /** All connections of all clients break at once. */
  readonly cuts: number;
  /** One client's connection breaks. */
  readonly drops: number;
  /** Redis is killed and started again on its file. */
  readonly redisKills: number;
  readonly restKills: number;
  /** An instance dies. */
  readonly appKills: number;
  /** An instance is asked to end. */
  readonly appTerms: number;
}

/** What one run is. `rate`: events per second over all senders. */
export interface ChaosSettings {
  readonly clients: number;
  readonly rate: number;
  readonly seconds: number;
  readonly seed: number;
  readonly faults: FaultCounts;
}

const LONG_FAULTS = { redisKills: 5, restKills: 5, appKills: 5, appTerms: 5 };

/** Reads `--clients`, `--rate`, `--seconds` and `--seed` of the long run. Throws a sentence for anything else. */
export function readChaosSettings(args: readonly string[]): ChaosSettings {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { clients: text, rate: text, seconds: text, seed: text }, strict: true });
  const seconds = wholeNumber('--seconds', values.seconds ?? '60', 3_600);
  return {
    clients: wholeNumber('--clients', values.clients ?? '200', 2_000),
    // Above this the limits on one person's requests answer, not the stream.
    rate: wholeNumber('--rate', values.rate ?? '50', 100),
    seconds,
    seed: wholeNumber('--seed', values.seed ?? String(Date.now() % 100_000), 2 ** 31),
    faults: { ...LONG_FAULTS, cuts: Math.ceil(seconds / 15), drops: seconds * 4 },
  };
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new Error(`${name} must be a whole number from 1 to ${max}.`);
}
