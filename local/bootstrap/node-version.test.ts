import { describe, expect, it } from 'vitest';
import { nodeVersionProblem } from './node-version.mjs';

describe('the check of the Node version', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.11.1'])('accepts %s', (version) => {
    expect(nodeVersionProblem(version)).toBeNull();
  });

  it.each(['v20.18.3', 'v18.20.8', 'v0.12.0'])('refuses %s and says what to install', (version) => {
    expect(nodeVersionProblem(version)).toMatch(/needs Node\.js 20\.19 or newer \(24 is best\).*Install/);
  });
});
