import { can, type Permission, type Role } from '@/lib/protocol/permissions';
import { NAVIGATION } from './navigation';

/** Pages that stand under another one in the navigation, and ask for more than it. */
const BELOW = new Map<string, Permission>([
  ['/units/codes', 'units.manage'],
  ['/units/manage', 'units.manage'],
]);

/** What a role needs to open a page of the board; null where there is no such page. The server decides by its own word: `requirePageUser`. */
export function permissionOf(pathname: string): Permission | null {
  const path = pathname.replace(/(.)\/+$/, '$1');
  if (/^\/incidents\/[^/]+$/.test(path)) return 'incidents.read';
  return BELOW.get(path) ?? NAVIGATION.find(({ href }) => href === path)?.permission ?? null;
}

/** Whether an address is a page of the board that this role may not open. */
export function isRefused(pathname: string, role: Role): boolean {
  const permission = permissionOf(pathname);
  return permission !== null && !can(role, permission);
}
