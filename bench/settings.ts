import { parseArgs } from 'node:util';

/** What to measure. `rate`: events per second, as far as the sender can keep it up. */
export interface BenchSettings {
  readonly clients: number;
  readonly events: number;
  readonly rate: number;
}

/** Reads `--clients`, `--events` and `--rate`. Throws a sentence for anything else. */
export function readSettings(args: readonly string[]): BenchSettings {
  const options = { clients: { type: 'string' }, events: { type: 'string' }, rate: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: true });
  return {
    clients: wholeNumber('--clients', values.clients ?? '1000', 20_000),
    events: wholeNumber('--events', values.events ?? '100', 3_000),
    rate: wholeNumber('--rate', values.rate ?? '50', 1_000),
  };
}

function wholeNumber(name: string, text: string, max: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new Error(`${name} must be a whole number from 1 to ${max}.`);
}
