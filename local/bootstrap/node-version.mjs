/**
 * Why this Node cannot run Watchroom, as one sentence, or null when it can.
 * Old syntax on purpose: an old Node has to be able to read this file.
 * @param {string} version as `process.version`
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  if (parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)) return null;
  return 'Watchroom needs Node.js 20.19 or newer (24 is best) and this is ' + version + '. Install a newer one from https://nodejs.org and start again.';
}
