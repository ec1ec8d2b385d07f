import { z } from 'zod';
import { can, permissionSchema, roleSchema, type Role } from './permissions';

/** Everything a rule names must hold. An event is seen by whom any one of its rules fits. */
const audienceRuleSchema = z.object({
  permission: permissionSchema,
  roles: z.array(roleSchema).optional(),
  userIds: z.array(z.string()).optional(),
});
export type AudienceRule = z.infer<typeof audienceRuleSchema>;

export const audienceSchema = z.array(audienceRuleSchema).min(1);
export type Audience = z.infer<typeof audienceSchema>;

/** Somebody who asks to see something. */
export interface Viewer {
  readonly userId: string;
  readonly role: Role;
}

/** Whether a role sees an event whoever bears it, leaving out the rules that name single users. */
export function roleSees(audience: Audience, role: Role): boolean {
  return audience.some((rule) => !rule.userIds && fitsRole(rule, role));
}

/** Whether this very user sees an event. */
export function viewerSees(audience: Audience, viewer: Viewer): boolean {
  return audience.some(
    (rule) => fitsRole(rule, viewer.role) && (!rule.userIds || rule.userIds.includes(viewer.userId)),
  );
}

function fitsRole(rule: AudienceRule, role: Role): boolean {
  return can(role, rule.permission) && (!rule.roles || rule.roles.includes(role));
}
