import { ALL_CHECKS } from './all-checks';
import type { Check } from './check';
import { Problem } from './demand';
import { read, type Reading } from './reading';
import type { Sample } from './sample';

/** What came of one check. `detail`: what was seen, or what was wrong and what was expected. */
export interface Result {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
}

/** Every check of the contract on one sample. Never throws. */
export function evaluate(sample: Sample): Result[] {
  const reading = read(sample);
  return ALL_CHECKS.map((check) => resultOf(check, reading));
}

function resultOf({ id, group, name, run }: Check, reading: Reading): Result {
  try {
    return { id, group, name, passed: true, detail: run(reading) };
  } catch (error) {
    const detail = error instanceof Problem ? error.message : `This could not be looked at: ${error instanceof Error ? error.message : String(error)}.`;
    return { id, group, name, passed: false, detail };
  }
}
