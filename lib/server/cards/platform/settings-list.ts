/** A setting that Watchroom reads, and what it means when it is not there. */
export interface KnownSetting {
  readonly name: string;
  /** Without it Watchroom does not work: always, on Vercel, or not at all. */
  readonly needed: 'always' | 'on Vercel' | 'no';
  /** For a secret: how many characters it should have. */
  readonly length?: number;
  /** Whether the value in .env.example would be wrong everywhere. */
  readonly isOwn: boolean;
  /** What its absence means. */
  readonly absent: string;
}

const MISSING = 'It is missing. Set it and start Watchroom again.';

/** All of .env.example that is about safety or about where things are. */
export const KNOWN_SETTINGS: readonly KnownSetting[] = [
  { name: 'DATABASE_URL', needed: 'always', isOwn: true, absent: MISSING },
  { name: 'UPSTASH_REDIS_REST_URL', needed: 'always', isOwn: true, absent: MISSING },
  { name: 'UPSTASH_REDIS_REST_TOKEN', needed: 'always', length: 16, isOwn: true, absent: MISSING },
  { name: 'NEXTAUTH_SECRET', needed: 'always', length: 32, isOwn: true, absent: MISSING },
  { name: 'NEXTAUTH_URL', needed: 'on Vercel', isOwn: false, absent: 'Not set: links follow the name by which people open the board.' },
  { name: 'CRON_SECRET', needed: 'on Vercel', length: 16, isOwn: true, absent: 'Not set: the cron routes answer nobody.' },
  { name: 'METRICS_TOKEN', needed: 'no', length: 16, isOwn: true, absent: 'Not set: only admins who are signed in can read /api/metrics.' },
  { name: 'WEBHOOK_TOKEN', needed: 'no', length: 16, isOwn: true, absent: 'Not set: no program can report alerts.' },
  { name: 'WATCHROOM_DATA', needed: 'no', isOwn: false, absent: 'Not set: the default folder is used.' },
];
