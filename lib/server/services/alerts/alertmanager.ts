import 'server-only';
import { cutText } from '@/lib/core/cut-text';
import { alertmanagerSchema, type Alert } from '@/lib/protocol/alertmanager';
import { INCIDENT_TITLE_MAX, type Priority } from '@/lib/protocol/incident';
import { SYSTEM } from '@/lib/server/audit/record';
import { db, type Tx } from '@/lib/server/db/client';
import { invalid } from '@/lib/server/errors';
import { relayAfterCommit } from '@/lib/server/relay/request-relay';
import { createIncidentIn } from '../incidents/create';
import { settleIncident } from '../incidents/settle';

/** What came of a report: incidents opened and completed; the rest was known already. */
export interface AlertsTaken {
  readonly opened: number;
  readonly resolved: number;
}

const PRIORITY: Readonly<Record<string, Priority>> = { critical: 'P1', page: 'P1', error: 'P2', high: 'P2', warning: 'P3', info: 'P4', none: 'P4' };
const DEFAULT_PRIORITY: Priority = 'P3';

/**
 * Takes a report of Alertmanager: a firing alert opens an incident, once for each time that it begins, however often it
 * is reported; a resolved one completes it. Throws AppError invalid.
 */
export async function takeAlerts(input: unknown): Promise<AlertsTaken> {
  const parsed = alertmanagerSchema.safeParse(input);
  if (!parsed.success) throw invalid(parsed.error);
  let opened = 0;
  let resolved = 0;
  for (const alert of parsed.data.alerts) {
    const did = await db().$transaction((tx) => takeAlert(tx, alert));
    if (did === 'opened') opened += 1;
    if (did === 'resolved') resolved += 1;
  }
  await relayAfterCommit();
  return { opened, resolved };
}

async function takeAlert(tx: Tx, alert: Alert): Promise<'opened' | 'resolved' | null> {
  const prefix = `alertmanager:${alert.fingerprint}@`;
  const externalId = `${prefix}${Date.parse(alert.startsAt)}`;
  // Reports of one alert that come at once must not both find nothing.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${prefix}, 0))`;
  if (alert.status === 'resolved') {
    const open = await tx.incident.findMany({ where: { source: 'api', externalId: { startsWith: prefix }, status: { in: ['new', 'active', 'paused', 'stable'] } }, select: { id: true } });
    let settled = false;
    for (const { id } of open) settled = (await settleIncident(tx, id, 'The alert is resolved.', new Date())) || settled;
    return settled ? 'resolved' : null;
  }
  const known = await tx.incident.findFirst({ where: { source: 'api', externalId }, select: { id: true } });
  if (known) return null;
  await createIncidentIn(tx, SYSTEM, { title: titleOf(alert), type: 'alarm', priority: PRIORITY[alert.labels.severity ?? ''] ?? DEFAULT_PRIORITY, reporter: 'Alertmanager', source: 'api', externalId });
  return 'opened';
}

function titleOf({ labels, annotations }: Alert): string {
  const words = [annotations.summary ?? labels.alertname ?? 'Alert', labels.instance].filter(Boolean).join(' · ');
  // Half a character (a lone surrogate), as senders that cut may leave it, cannot be kept as it is.
  const line = words.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return cutText(line, INCIDENT_TITLE_MAX) || 'Alert';
}
