import 'server-only';
import { cutText } from '@/lib/core/cut-text';
import { INCIDENT_TITLE_MAX, PRIORITIES } from '@/lib/protocol/incident';
import { priorityOf, type AlertSeverities } from '@/lib/protocol/alert-severities';
import { db } from '@/lib/server/db/client';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { placeOf } from './alert-place';
import { factsOf, titleOf } from './alert-words';
import { fingerprintOf, readReport, type Alert, type Report } from './read-report';
import { readSeverities } from './severities';
import { saysNothingNew, takeAlert, type Judged, type Outcome } from './take-alert';

/** So many incidents one report may open. More than a room can work on, and soon enough done for the sender's patience. */
export const MOST_OPENED = 250;
const MOST_NAMED = 20;
const FORGET_AFTER_MS = 30 * 86_400_000;

/** What came of a report, alert by alert. */
export interface AlertsTaken {
  readonly opened: number;
  readonly resolved: number;
  readonly noted: number;
  readonly known: number;
  /** Alerts that could not be understood, by their place in the report. */
  readonly refused: readonly { readonly index: number; readonly reason: string }[];
  /** Alerts beyond what one report may open. They are taken when they are reported again. */
  readonly left: readonly { readonly index: number; readonly title: string }[];
}

/**
 * Takes a report: each firing alert has one incident for as long as that is open, however often it is reported, and a
 * resolved one completes it. Alerts are judged one by one; of those that were taken a repeated report writes nothing.
 * @throws AppError invalid (no report at all)
 */
export async function takeAlerts(input: unknown, mostOpened = MOST_OPENED): Promise<AlertsTaken> {
  const now = new Date();
  const report = readReport(input, now.getTime());
  const severities = await readSeverities(db());
  const common = report.entries.length > 1 ? report.commonLabels : undefined;
  const judged = report.entries.flatMap((entry) => ('alert' in entry ? [{ index: entry.index, alert: judge(entry.alert, report, severities, common) }] : []));
  const rest = restOf(report);
  const known = await readKnown([...judged.map(({ alert }) => alert.fingerprint), rest.fingerprint]);
  const counts: Record<Outcome, number> = { opened: 0, resolved: 0, noted: 0, known: 0 };
  const left: { index: number; alert: Judged }[] = [];
  for (const { index, alert } of judged) {
    const row = known.get(alert.fingerprint);
    if (row && saysNothingNew(row, alert)) {
      counts.known += 1;
    } else if (alert.status === 'firing' && row?.endedAt !== null && counts.opened >= mostOpened) {
      left.push({ index, alert });
    } else {
      // What this report itself has changed is looked up again.
      known.delete(alert.fingerprint);
      counts[await db().$transaction((tx) => takeAlert(tx, alert, now))] += 1;
    }
  }
  const beyond = left.length + report.truncated;
  if (beyond > 0) await db().$transaction((tx) => takeAlert(tx, rest.firing(left.map(({ alert }) => alert), severities.otherwise), now));
  else if (known.get(rest.fingerprint)?.endedAt === null) await db().$transaction((tx) => takeAlert(tx, rest.resolved(severities.otherwise), now));
  await db().alert.deleteMany({ where: { endedAt: { lt: new Date(now.getTime() - FORGET_AFTER_MS) } } });
  await relayAfterCommit();
  return { ...counts, refused: report.entries.flatMap((entry) => ('reason' in entry ? [{ index: entry.index, reason: entry.reason }] : [])), left: left.map(({ index, alert }) => ({ index, title: alert.title })) };
}

async function readKnown(fingerprints: readonly string[]) {
  const rows = await db().alert.findMany({ where: { fingerprint: { in: [...new Set(fingerprints)] } } });
  return new Map(rows.map((row) => [row.fingerprint, row]));
}

function judge(alert: Alert, { sender }: Report, severities: AlertSeverities, common: Report['commonLabels'] | undefined): Judged {
  const { status, fingerprint, startsAt, endsAt, labels } = alert;
  return { status, fingerprint, startsAt, endsAt, facts: factsOf(alert), title: titleOf(alert, common), priority: priorityOf(labels, severities), location: placeOf(alert), sender };
}

/** What stands on the board for the alerts of a group that are not there one by one: one incident, until there are none. */
function restOf({ groupKey, groupLabels, sender, truncated }: Report) {
  const fingerprint = fingerprintOf(`rest ${groupKey}`);
  const group = [...groupLabels.values()].join(', ');
  const base = { fingerprint, startsAt: null, endsAt: null, location: null, sender, title: cutText(`More alerts than one report may open${group === '' ? '' : ` · ${group}`}`, INCIDENT_TITLE_MAX) };
  return {
    fingerprint,
    firing(left: readonly Judged[], otherwise: Judged['priority']): Judged {
      const worst = PRIORITIES.find((priority) => left.some((one) => one.priority === priority));
      const facts: [string, string][] = [];
      if (left.length > 0) facts.push(['Without an incident of their own', `${left.length}: ${left.slice(0, MOST_NAMED).map(({ title }) => title).join('; ')}${left.length > MOST_NAMED ? '; …' : ''}`]);
      if (truncated > 0) facts.push(['Left out by the sender (max_alerts)', String(truncated)]);
      return { ...base, status: 'firing', facts, priority: worst ?? otherwise };
    },
    resolved: (otherwise: Judged['priority']): Judged => ({ ...base, status: 'resolved', facts: [], priority: otherwise }),
  };
}
