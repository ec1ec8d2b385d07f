import { isAbsolute, resolve } from 'node:path';

/**
 * Reads the settings of the start command. Everything that can be judged without looking outside is judged
 * here, before any long work. Gives the settings, or one sentence for the first that is wrong.
 * @param {Record<string, string | undefined>} env
 * @param {string} projectDir
 * @param {boolean} dev
 * @returns {{settings: import('./settings.mjs').StartSettings} | {problem: string}}
 */
export function readSettings(env, projectDir, dev) {
  const value = (name) => env[name]?.trim() || undefined;
  const problem = firstProblem(value, dev);
  if (problem) return { problem };
  const port = Number(value('PORT') ?? 3000);
  const databaseUrl = value('DATABASE_URL');
  const upstashUrl = value('UPSTASH_REDIS_REST_URL');
  const dataDir = value('WATCHROOM_DATA') ?? '.watchroom';
  // Demo users have a published password, so never by default on somebody's own database.
  const demo = value('DEMO') ? value('DEMO') === '1' : !databaseUrl;
  return {
    settings: {
      projectDir,
      dev,
      port,
      // Who knows the published password must not get in from the network unless somebody asked for that.
      host: value('HOST') ?? (demo ? '127.0.0.1' : '0.0.0.0'),
      dataDir: isAbsolute(dataDir) ? dataDir : resolve(projectDir, dataDir),
      distDir: value('WATCHROOM_DIST_DIR') ?? '.next',
      databaseUrl,
      migrationDatabaseUrl: value('MIGRATION_DATABASE_URL'),
      upstash: upstashUrl ? { url: upstashUrl, token: value('UPSTASH_REDIS_REST_TOKEN') ?? '' } : undefined,
      redisUrl: value('REDIS_URL'),
      redisToken: value('UPSTASH_REDIS_REST_TOKEN'),
      demo,
      demoAsked: value('DEMO') !== undefined,
      nextAuthSecret: value('NEXTAUTH_SECRET'),
      nextAuthUrl: value('NEXTAUTH_URL'),
      cronSecret: value('CRON_SECRET'),
    },
  };
}

function firstProblem(value, dev) {
  const port = value('PORT');
  if (port && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65536)) {
    return `PORT is "${port}", which is no port number. Set PORT to a number from 1 to 65535.`;
  }
  const demo = value('DEMO');
  if (demo && demo !== '0' && demo !== '1') return `DEMO is "${demo}". Set DEMO to 1 (demo users) or 0 (none).`;
  const dist = value('WATCHROOM_DIST_DIR');
  if (dist && !/^\.next[\w-]*$/.test(dist)) return `WATCHROOM_DIST_DIR is "${dist}". Set it to a folder name that begins with .next, such as .next-second.`;
  // The value of a URL is never repeated: it holds a password.
  if (!isUrl(value('DATABASE_URL'), ['postgres:', 'postgresql:'])) {
    return 'DATABASE_URL is no PostgreSQL address. Set it to postgresql://user:password@host:5432/database, or leave it out for the built-in database.';
  }
  if (!isUrl(value('MIGRATION_DATABASE_URL'), ['postgres:', 'postgresql:'])) {
    return 'MIGRATION_DATABASE_URL is no PostgreSQL address. Set it to the same database as DATABASE_URL with the account that owns its tables, or leave it out.';
  }
  if (value('MIGRATION_DATABASE_URL') && !value('DATABASE_URL')) {
    return 'MIGRATION_DATABASE_URL is set but DATABASE_URL is not. Set DATABASE_URL to the same database with the account of the board.';
  }
  if (!isUrl(value('UPSTASH_REDIS_REST_URL'), ['http:', 'https:'])) {
    return 'UPSTASH_REDIS_REST_URL is no web address. Set it to the REST URL of the Redis database, or leave it out for the built-in one.';
  }
  if (value('UPSTASH_REDIS_REST_URL') && !value('UPSTASH_REDIS_REST_TOKEN')) {
    return 'UPSTASH_REDIS_REST_URL is set but UPSTASH_REDIS_REST_TOKEN is not. Set the token that belongs to it.';
  }
  if (!isUrl(value('REDIS_URL'), ['redis:', 'rediss:'])) return 'REDIS_URL is no Redis address. Set it to redis://user:password@host:6379, or leave it out.';
  if (!isUrl(value('NEXTAUTH_URL'), ['http:', 'https:'])) return 'NEXTAUTH_URL is no web address. Set it to the address people open, such as https://board.example.org.';
  if (value('DATABASE_URL') && !value('NEXTAUTH_SECRET') && !dev) {
    return 'NEXTAUTH_SECRET is not set. With a database of your own (DATABASE_URL) every instance must sign sessions with the same secret: set it to a long random text, for example from "openssl rand -base64 32".';
  }
  const secret = value('NEXTAUTH_SECRET');
  if (secret && secret.length < 16) return 'NEXTAUTH_SECRET is too short to be safe. Set it to at least 16 random characters, for example from "openssl rand -base64 32".';
  return null;
}

function isUrl(text, protocols) {
  if (!text) return true;
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
