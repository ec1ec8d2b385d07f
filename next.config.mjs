/** @type {import('next').NextConfig} */
const config = {
  // Two copies of one checkout (a test build beside a running board) need separate build folders.
  distDir: process.env.WATCHROOM_DIST_DIR || '.next',
  // `npm test` checks the types; the machine that serves need not do it again. Next rewrites the file it is
  // given, two builds at once would tear it; a file that extends another it leaves alone.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.build.json' },
  poweredByHeader: false,
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
