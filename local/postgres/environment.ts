/** The environment PostgreSQL gets: no PG* variable of the caller may redirect it, no secret is passed on. */
export function environmentOf(): NodeJS.ProcessEnv {
  return { NODE_ENV: 'production', PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}
