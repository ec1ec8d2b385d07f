import type { CardHeadline, CardValueOf } from '@/lib/protocol/card-value';

export type Check = CardValueOf<'checks'>['checks'][number];

/** How many checks want somebody's attention. `what`: what is checked, as in "hosts". */
export function checksHeadline(checks: readonly Check[], what: string): CardHeadline {
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  const [well, failed, warnings, unknown] = [count('ok'), count('failed'), count('warning'), count('unknown')];
  const bad = failed + warnings;
  const rest = unknown === 0 ? '' : `, ${unknown} could not be checked`;
  return {
    value: bad,
    unit: 'count',
    tone: failed > 0 ? 'critical' : warnings > 0 ? 'warning' : unknown > 0 ? 'plain' : 'ok',
    words: `${bad === 1 ? 'Wants' : 'Want'} a look. ${well} of ${checks.length} ${what} ${well === 1 ? 'is' : 'are'} well${rest}.`,
  };
}
