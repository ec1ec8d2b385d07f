import 'server-only';
import type { AnyCard } from '../define';
import { auditVolume } from './audit-volume';
import { incidentAudit } from './incident-audit';
import { permissionChanges } from './permission-changes';
import { riskList } from './risk-list';
import { signIns } from './sign-ins';

/** The cards of the audit tab, in the order in which they stand. */
export const AUDIT_CARDS: readonly AnyCard[] = [riskList, signIns, permissionChanges, incidentAudit, auditVolume];
