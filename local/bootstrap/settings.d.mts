/** The settings of the start command, judged and completed. */
export interface StartSettings {
  projectDir: string;
  /** `next dev` instead of a build. */
  dev: boolean;
  port: number;
  /** Address the web server listens on. */
  host: string;
  /** Absolute folder of the local parts. */
  dataDir: string;
  /** Folder of the build inside the project. */
  distDir: string;
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined;
  /** The account that owns the tables, where `databaseUrl` names a plain one. */
  migrationDatabaseUrl: string | undefined;
  /** Undefined: the local REST server. */
  upstash: { url: string; token: string } | undefined;
  /** A real Redis behind the local REST server. */
  redisUrl: string | undefined;
  redisToken: string | undefined;
  demo: boolean;
  /** Whether DEMO says so, and not the default. */
  demoAsked: boolean;
  nextAuthSecret: string | undefined;
  nextAuthUrl: string | undefined;
  cronSecret: string | undefined;
}

export function readSettings(
  env: Record<string, string | undefined>,
  projectDir: string,
  dev: boolean,
): { settings: StartSettings } | { problem: string };
