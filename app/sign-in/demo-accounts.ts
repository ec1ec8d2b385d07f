import type { DemoAccount } from '@/components/sign-in/demo-accounts';

const password = 'watchroom-demo';

/** The accounts that the demo seed creates. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'supervisor@example.org', role: 'supervisor', password },
  { email: 'dispatcher1@example.org', role: 'dispatcher', password },
  { email: 'dispatcher2@example.org', role: 'dispatcher', password },
  { email: 'dispatcher3@example.org', role: 'dispatcher', password },
  { email: 'dispatcher4@example.org', role: 'dispatcher', password },
  { email: 'dispatcher5@example.org', role: 'dispatcher', password },
  { email: 'dispatcher6@example.org', role: 'dispatcher', password },
  { email: 'observer@example.org', role: 'observer', password },
  { email: 'admin@example.org', role: 'admin', password },
];
