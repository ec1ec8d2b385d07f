import type { ReactNode } from 'react';
import { norwayToday } from '@/lib/core/norway-time';
import type { Me } from '@/lib/protocol/answers';
import { can, type Permission, type Role } from '@/lib/protocol/permissions';

/** Draws a page for somebody; `id`: what the address names. */
type Draw = (me: Me, id: string) => ReactNode;

/** A page of the board that needs nothing of the server but what a tab may know. */
interface StandInPage {
  readonly pattern: RegExp;
  readonly permission: Permission;
  readonly load: () => Promise<Draw>;
}

/** What the pages under `app/(board)` draw, in pieces that are loaded for later. */
const PAGES: readonly StandInPage[] = [
  { pattern: /^\/$/, permission: 'board.read', load: async () => drawing((await import('@/components/overview/overview')).Overview) },
  { pattern: /^\/incidents$/, permission: 'incidents.read', load: async () => drawing((await import('@/components/incidents/incidents')).Incidents) },
  {
    pattern: /^\/incidents\/([\w-]+)$/,
    permission: 'incidents.read',
    async load() {
      const { Room } = await import('@/components/room/room');
      return (me, id) => <Room key={id} incidentId={id} me={me} />;
    },
  },
  { pattern: /^\/units$/, permission: 'units.read', load: async () => drawing((await import('@/components/units/unit-board')).UnitBoard) },
  {
    pattern: /^\/bonfires$/,
    permission: 'bonfires.read',
    async load() {
      const { Bonfires } = await import('@/components/bonfires/bonfires');
      return (me) => <Bonfires me={me} today={norwayToday()} />;
    },
  },
  { pattern: /^\/cards$/, permission: 'cards.read', load: async () => drawing((await import('@/components/cards/cards')).Cards) },
  { pattern: /^\/infrastructure$/, permission: 'infra.read', load: async () => drawing((await import('@/components/infrastructure/infrastructure')).Infrastructure) },
  {
    pattern: /^\/broadcasts$/,
    permission: 'flash.send',
    async load() {
      const { Broadcasts } = await import('@/components/flash/broadcasts');
      return (me) => <Broadcasts me={me} />;
    },
  },
];

const loaded = new Map<StandInPage, Draw>();

/** A page and what its address names; null for one that cannot be drawn without the server, or not for this role. */
export function standInFor(pathname: string, role: Role): { readonly page: StandInPage; readonly id: string } | null {
  const path = pathname === '/' ? pathname : pathname.replace(/\/$/, '');
  for (const page of PAGES) {
    const match = page.pattern.exec(path);
    if (match && can(role, page.permission)) return { page, id: match[1] ?? '' };
  }
  return null;
}

/** What draws a page; undefined until it was loaded. */
export function drawOf(page: StandInPage): Draw | undefined {
  return loaded.get(page);
}

/** Loads what draws a page. Rejects when the server cannot be reached for it. */
export async function loadPage(page: StandInPage): Promise<void> {
  if (!loaded.has(page)) loaded.set(page, await page.load());
}

/** Loads what draws the pages that a role may open, one after the other. Never rejects: the next try is by whoever needs one. */
export async function loadPages(role: Role): Promise<void> {
  for (const page of PAGES) if (can(role, page.permission)) await loadPage(page).catch(() => undefined);
}

function drawing(Page: () => ReactNode): Draw {
  return function draw() {
    return <Page />;
  };
}
