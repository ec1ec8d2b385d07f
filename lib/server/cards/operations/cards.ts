import 'server-only';
import type { AnyCard } from '../define';
import { bonfiresToday } from './bonfires-today';
import { flashAcknowledgement } from './flash-acknowledgement';
import { incidentsByPriority } from './incidents-by-priority';
import { incidentsPerHour } from './incidents-per-hour';
import { openIncidents } from './open-incidents';
import { responseTimes } from './response-times';
import { roomActivity } from './room-activity';
import { shiftActivity } from './shift-activity';
import { turnoutTimes } from './turnout-times';
import { unitAlarms } from './unit-alarms';
import { unitUtilisation } from './unit-utilisation';
import { unitsAvailable } from './units-available';

/** The cards of the operations tab, in the order in which they stand. */
export const OPERATIONS_CARDS: readonly AnyCard[] = [
  openIncidents,
  incidentsByPriority,
  responseTimes,
  unitsAvailable,
  unitAlarms,
  unitUtilisation,
  turnoutTimes,
  incidentsPerHour,
  roomActivity,
  bonfiresToday,
  flashAcknowledgement,
  shiftActivity,
];
