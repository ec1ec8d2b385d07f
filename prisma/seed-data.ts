import type { Role } from '@/lib/protocol/permissions';

/** The password of every demo account. */
export const DEMO_PASSWORD = 'watchroom-demo';

/** The demo accounts: one of each role, and a full shift of dispatchers. */
export const DEMO_USERS: readonly { email: string; name: string; role: Role }[] = [
  { email: 'admin@example.org', name: 'Astrid Nygård', role: 'admin' },
  { email: 'supervisor@example.org', name: 'Henrik Solberg', role: 'supervisor' },
  { email: 'dispatcher1@example.org', name: 'Ingrid Bakken', role: 'dispatcher' },
  { email: 'dispatcher2@example.org', name: 'Jonas Lie', role: 'dispatcher' },
  { email: 'dispatcher3@example.org', name: 'Kari Strand', role: 'dispatcher' },
  { email: 'dispatcher4@example.org', name: 'Lars Moen', role: 'dispatcher' },
  { email: 'dispatcher5@example.org', name: 'Maja Dahl', role: 'dispatcher' },
  { email: 'dispatcher6@example.org', name: 'Nils Haugen', role: 'dispatcher' },
  { email: 'observer@example.org', name: 'Oda Viken', role: 'observer' },
];

/** The account in whose name the simulator acts. It is disabled: nobody signs in with it. */
export const SIMULATOR_USER = { email: 'simulator@example.org', name: 'Simulator', role: 'dispatcher' } as const;
