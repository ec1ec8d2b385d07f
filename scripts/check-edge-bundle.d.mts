/** See check-edge-bundle.mjs. */
export function edgeBundleProblems(distDir: string): Map<string, string[]>;
