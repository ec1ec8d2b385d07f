import type { Check } from './check';
import { accessChecks } from './checks/access';
import { equalityChecks } from './checks/equality';
import { fallbackChecks } from './checks/fallback';
import { historyChecks } from './checks/history';
import { payloadChecks } from './checks/payload';
import { restChecks } from './checks/rest';
import { serviceChecks } from './checks/services';
import { streamContentChecks } from './checks/stream-content';
import { streamOpeningChecks } from './checks/stream-opening';
import { streamPaceChecks } from './checks/stream-pace';

/** The whole contract, in the order in which it is told. */
export const ALL_CHECKS: readonly Check[] = [
  ...accessChecks,
  ...restChecks,
  ...payloadChecks,
  ...serviceChecks,
  ...historyChecks,
  ...streamOpeningChecks,
  ...streamPaceChecks,
  ...streamContentChecks,
  ...equalityChecks,
  ...fallbackChecks,
];
