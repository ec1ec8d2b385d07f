import { randomBytes } from 'node:crypto';
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from 'next/constants.js';

/**
 * The name of a build, for pages to see that their server is of another one. Builds of the same sources should have the
 * same: the start command names it after them, Vercel after the commit. Elsewhere each build is one of its own. It is
 * written into the code when that is built; a server that is started later has nothing to add.
 */
function buildName(phase) {
  if (phase === PHASE_DEVELOPMENT_SERVER) return 'development';
  // Next reads this file in several processes of one build, each a child of the first.
  process.env.WATCHROOM_BUILD ||= process.env.VERCEL_GIT_COMMIT_SHA?.slice(0, 12) || randomBytes(6).toString('hex');
  return process.env.WATCHROOM_BUILD;
}

/** @type {import('next').NextConfig} */
const config = {
  // Two copies of one checkout (a test build beside a running board) need separate build folders.
  distDir: process.env.WATCHROOM_DIST_DIR || '.next',
  // A type error fails a build. The start command leaves the check out, as it builds what was released on the machine
  // that serves. Two builds at once would tear a file that Next rewrites; one that extends another it leaves alone.
  typescript: { ignoreBuildErrors: process.env.WATCHROOM_TRUST_TYPES === '1', tsconfigPath: 'tsconfig.build.json' },
  poweredByHeader: false,
  // Programs that send heartbeats end their addresses with a slash and follow no redirect.
  skipTrailingSlashRedirect: true,
  reactStrictMode: true,
  // A page that cannot be fetched must not make the browser leave the board: see components/offline.
  experimental: { useOffline: true },
  allowedDevOrigins: ['127.0.0.1'],
  serverExternalPackages: ['@node-rs/argon2', 'pg', '@prisma/client', '@prisma/adapter-pg'],
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        ],
      },
      // The multi-tab test page shows its tabs in frames of its own; the last matching rule wins.
      { source: '/test-pane', headers: [{ key: 'X-Frame-Options', value: 'SAMEORIGIN' }] },
    ];
  },
};

/** @param {string} phase */
export default function configFor(phase) {
  if (phase !== PHASE_DEVELOPMENT_SERVER && phase !== PHASE_PRODUCTION_BUILD) return config;
  const build = buildName(phase);
  return { ...config, env: { WATCHROOM_BUILD: build }, generateBuildId: () => build };
}
