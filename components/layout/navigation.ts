import { ChartNoAxesCombined, FlameKindling, Gauge, LayoutDashboard, Megaphone, Radar, Server, Siren, Truck, Users, type LucideIcon } from 'lucide-react';
import { can, type Permission, type Role } from '@/lib/protocol/permissions';

/** A page of the board that can be gone to. */
export interface NavigationEntry {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Two keys, one after the other. */
  readonly keys: string;
  /** Who sees it. */
  readonly permission: Permission;
}

/** All pages, in the order in which they are shown. A new page adds its line here. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { href: '/', label: 'Overview', icon: LayoutDashboard, keys: 'g o', permission: 'board.read' },
  { href: '/incidents', label: 'Incidents', icon: Siren, keys: 'g i', permission: 'incidents.read' },
  { href: '/units', label: 'Units', icon: Truck, keys: 'g u', permission: 'units.read' },
  { href: '/broadcasts', label: 'Broadcasts', icon: Megaphone, keys: 'g b', permission: 'flash.send' },
  { href: '/bonfires', label: 'Bonfires', icon: FlameKindling, keys: 'g f', permission: 'bonfires.read' },
  { href: '/cards', label: 'Figures', icon: ChartNoAxesCombined, keys: 'g c', permission: 'cards.read' },
  { href: '/infrastructure', label: 'Systems', icon: Server, keys: 'g s', permission: 'infra.read' },
  { href: '/monitors', label: 'Monitors', icon: Radar, keys: 'g m', permission: 'monitors.manage' },
  { href: '/accounts', label: 'Accounts', icon: Users, keys: 'g a', permission: 'users.manage' },
  { href: '/test', label: 'Test', icon: Gauge, keys: 'g t', permission: 'test.send' },
];

/** The pages that a role may open. */
export function navigationFor(role: Role): NavigationEntry[] {
  return NAVIGATION.filter((entry) => can(role, entry.permission));
}

/** Whether a page, or one below it, is the one that is open. */
export function isOpen(entry: NavigationEntry, pathname: string): boolean {
  return entry.href === '/' ? pathname === '/' : pathname === entry.href || pathname.startsWith(`${entry.href}/`);
}

/** Whether a path is a page of the board, or one below it. */
export function isBoardPath(pathname: string): boolean {
  return NAVIGATION.some((entry) => isOpen(entry, pathname));
}
