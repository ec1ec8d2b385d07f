import { z } from 'zod';

/** Who somebody is in the room, from least to most. */
export const ROLES = ['observer', 'dispatcher', 'supervisor', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** What somebody may do, as `<thing>.<act>`. Every route and every event names one. */
export const PERMISSIONS = [
  'board.read',
  'flash.read',
  'flash.ack',
  'flash.send',
  'test.send',
  'incidents.read',
  /** Callers and telephone numbers: private persons’ data. */
  'contacts.read',
  'incidents.write',
  'incidents.reopen',
  'rooms.read',
  'rooms.write',
  'units.read',
  'units.write',
  'units.manage',
  'simulator.switch',
  'bonfires.read',
  'bonfires.write',
  'infra.read',
  'monitors.manage',
  'cards.read',
  'cards.refresh',
  'cards.manage',
  'users.manage',
  'audit.read',
  'connections.manage',
  'metrics.read',
] as const;
export const permissionSchema = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof permissionSchema>;

const observer = ['board.read', 'flash.read', 'incidents.read', 'rooms.read', 'units.read', 'bonfires.read', 'infra.read', 'cards.read'] as const satisfies readonly Permission[];
const dispatcher = [
  ...observer,
  'flash.ack',
  'test.send',
  'contacts.read',
  'incidents.write',
  'rooms.write',
  'units.write',
  'bonfires.write',
  'cards.refresh',
] as const satisfies readonly Permission[];
const supervisor = [...dispatcher, 'flash.send', 'incidents.reopen', 'simulator.switch', 'cards.manage'] as const satisfies readonly Permission[];
const admin = [
  ...supervisor,
  'units.manage',
  'monitors.manage',
  'users.manage',
  'audit.read',
  'connections.manage',
  'metrics.read',
] as const satisfies readonly Permission[];

/** Roles are nothing but sets of permissions. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  observer: new Set(observer),
  dispatcher: new Set(dispatcher),
  supervisor: new Set(supervisor),
  admin: new Set(admin),
};

/** Whether a role holds a permission. */
export function can(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].has(permission);
}

/** Whose acknowledgement a message can ask for. */
export const ACK_ROLES: readonly Role[] = ROLES.filter((role) => can(role, 'flash.ack'));
