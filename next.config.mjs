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

export default config;
