/**
 * The lanes: imports run downward only. Each rule says why it exists; a rule nobody can explain should go.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle has no first file to read and no safe order to load.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-imports-nothing',
      comment: 'L0 runs anywhere (edge, worker, browser, Node) because it depends on nothing.',
      severity: 'error',
      from: { path: '^lib/core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^lib/core/' },
    },
    {
      name: 'protocol-only-core-and-zod',
      comment: 'L1 is the one wire contract. It is read by every side, so it may pull in nothing of any side.',
      severity: 'error',
      from: { path: '^lib/protocol/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(lib/(core|protocol)/|node_modules/zod/)' },
    },
    {
      name: 'realtime-is-edge-safe',
      comment: 'L2 realtime runs in the edge runtime: Web APIs, the protocol, the Upstash REST client and the session token, nothing else.',
      severity: 'error',
      from: { path: '^lib/realtime/', pathNot: '\\.(test|int\\.test)\\.ts$' },
      to: { pathNot: '^(lib/(core|protocol|realtime)/|node_modules/(zod|@upstash/redis|next-auth|eventsource-parser)/)' },
    },
    {
      name: 'client-is-browser-safe',
      comment: 'L2 client runs in tabs and workers: no server code, no React (components adapt it).',
      severity: 'error',
      from: { path: '^lib/client/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(lib/(realtime|server)/|components/|app/|local/|stores/|node_modules/(react|react-dom|next)/)' },
    },
    {
      name: 'queries-are-shared',
      comment: 'Query options serve both the server prefetch and the hooks, so they know neither side.',
      severity: 'error',
      from: { path: '^lib/queries/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(lib/(realtime|server)/|components/|app/|local/|stores/)' },
    },
    {
      name: 'server-below-screens',
      comment: 'Services must work without any screen: routes and pages call them, never the other way.',
      severity: 'error',
      from: { path: '^lib/server/', pathNot: '\\.(test|int\\.test)\\.ts$' },
      to: { path: '^(app/|components/|stores/|lib/client/|local/)' },
    },
    {
      name: 'one-importer-of-prisma',
      comment: 'The database client has one door, lib/server/db, so that pooling, logging and replacement happen in one place. The probe of PostgreSQL opens somebody else\'s database, not ours.',
      severity: 'error',
      from: { path: '^(lib|app|components|stores)/', pathNot: '^lib/server/((db|generated)/|monitoring/probes/postgres(\\.int\\.test)?\\.ts$)' },
      to: { path: '^(lib/server/generated/|node_modules/(@prisma|prisma|pg)/)' },
    },
    {
      name: 'browser-code-never-imports-server',
      comment: 'Components and stores are shipped to browsers; server code there would leak secrets or break the build.',
      severity: 'error',
      from: { path: '^(components|stores)/' },
      to: { path: '^(lib/(server|realtime)/|local/|app/)' },
    },
    {
      name: 'stores-below-components',
      comment: 'A store that imports a component cannot be tested without one.',
      severity: 'error',
      from: { path: '^stores/' },
      to: { path: '^components/' },
    },
    {
      name: 'edge-routes-are-edge-safe',
      comment: 'The stream routes run on the edge; Node modules and the database would break the deployment, not the build.',
      severity: 'error',
      from: { path: '^app/api/sse/route\\.ts$' },
      to: { path: '^(lib/server/|lib/client/|node_modules/(@prisma|pg)/)|^node:', reachable: true },
    },
    {
      name: 'product-never-imports-local-parts',
      comment: 'local/ is the one-machine kit. The product talks to it by URL, as it would to the real Postgres and Upstash.',
      severity: 'error',
      from: { path: '^(app|components|lib|stores)/', pathNot: '\\.int\\.test\\.ts$' },
      to: { path: '^(local|testing|bench|e2e)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(lib/server/generated|\\.next)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
