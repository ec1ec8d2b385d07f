import { expect, test } from 'vitest';
import { parseDirect, parseInstalled, parseOutdated } from './npm-output';
import { packageRows } from './package-rows';
import { packagesCard } from './packages';
import type { CommandEnd } from './run-command';

test('outdated packages are read by name; what is missing or odd is null', () => {
  const stdout = JSON.stringify({
    zod: { current: '4.6.7', wanted: '4.6.7', latest: '5.0.0', dependent: 'main' },
    gone: { wanted: '1.0.0', latest: '1.2.0' },
    odd: { latest: 7 },
    twice: [{ current: '1.0.0', wanted: '1.0.1', latest: '1.0.1' }, { current: '1.0.1', wanted: '1.0.1', latest: '1.0.1' }],
    broken: 'text',
    error: { wanted: '7.0.0', latest: '7.1.0' },
  });
  expect(parseOutdated(stdout)).toEqual(
    new Map([
      ['zod', { wanted: '4.6.7', latest: '5.0.0' }],
      ['gone', { wanted: '1.0.0', latest: '1.2.0' }],
      ['odd', { wanted: null, latest: null }],
      ['twice', { wanted: '1.0.1', latest: '1.0.1' }],
      ['error', { wanted: '7.0.0', latest: '7.1.0' }],
    ]),
  );
  expect(parseOutdated('{}\n')).toEqual(new Map());
  expect(parseOutdated('')).toEqual(new Map());
});

test('a failure of npm is none of its answers', () => {
  expect(parseOutdated(JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'request failed', detail: '' } }))).toBeNull();
  expect(parseOutdated('npm error something')).toBeNull();
  expect(parseOutdated('[]')).toBeNull();
});

test('package.json and the lock file give names and installed versions, nested ones left out', () => {
  expect(parseDirect('{"dependencies":{"b":"1.0.0"},"devDependencies":{"a":"^2.0.0"}}')).toEqual([
    { name: 'a', spec: '^2.0.0', isDevelopment: true },
    { name: 'b', spec: '1.0.0', isDevelopment: false },
  ]);
  expect(parseDirect('{}')).toEqual([]);
  expect(parseDirect('no json')).toBeNull();
  const lock = { packages: { '': { version: '0.1.0' }, 'node_modules/@x/b': { version: '1.0.3' }, 'node_modules/b/node_modules/@x/b': { version: '9.0.0' }, 'node_modules/link': {} } };
  expect([...parseInstalled(JSON.stringify(lock))]).toEqual([['@x/b', '1.0.3']]);
  expect(parseInstalled('no json').size).toBe(0);
});

const direct = (name: string, spec = '1.0.0', isDevelopment = false) => ({ name, spec, isDevelopment });
const installed = new Map(['same', 'patch', 'minor', 'major', 'ahead', 'local'].map((name) => [name, '1.2.3']));
const outdated = new Map(Object.entries({ patch: '1.2.4', minor: '1.3.0', major: '2.0.0', ahead: '1.0.9', absent: '4.0.0' }).map(([name, latest]) => [name, { wanted: '1.2.3', latest }]));

test('those furthest behind come first; what npm does not list is the newest, unless it never asked', () => {
  const all = [direct('same'), direct('patch'), direct('minor'), direct('major', '1', true), direct('ahead'), direct('local', 'file:../local'), direct('absent')];
  expect(packageRows(all, installed, outdated).map(({ name, behind, newest }) => [name, behind, newest])).toEqual([
    ['major', 3, '2.0.0'],
    ['minor', 2, '1.3.0'],
    ['patch', 1, '1.2.4'],
    ['absent', 0, '4.0.0'],
    ['ahead', 0, '1.0.9'],
    ['local', 0, null],
    ['same', 0, '1.2.3'],
  ]);
  expect(packageRows([direct('same'), direct('absent')], installed, null)).toEqual([
    { name: 'absent', use: 'running', installed: null, wanted: null, newest: null, behind: 0 },
    { name: 'same', use: 'running', installed: '1.2.3', wanted: null, newest: null, behind: 0 },
  ]);
});

const input = { now: new Date(), signal: new AbortController().signal };
const done = (stdout: string, code: number): CommandEnd => ({ end: 'done', code, stdout, stderr: '' });

test('outdated packages end npm with 1, which is no failure', async () => {
  const value = await packagesCard(async (program, args) => {
    expect([program, ...args]).toEqual(expect.arrayContaining(['npm', 'outdated', '--json', '--include=dev']));
    return done('{"zod":{"wanted":"99.0.0","latest":"99.0.0"}}', 1);
  }).compute(input);
  expect(value).toMatchObject({ headline: { value: 1, tone: 'info', words: expect.stringMatching(/^Of \d+ direct dependencies .* 1 of them a new major one\.$/) } });
  expect(value).toHaveProperty(['rows', 0], ['zod', 'running', expect.stringMatching(/^\d+\.\d+\.\d+$/), '99.0.0', '99.0.0']);
});

test.each<CommandEnd>([{ end: 'missing' }, { end: 'late' }, done('', 1), done('{"error":{"code":"ECONNREFUSED","summary":"x"}}', 1), done('{}', 7)])('when npm ends with %j the installed versions stay, and the words say what is not known', async (ended) => {
  const value = await packagesCard(async () => ended).compute(input);
  expect(value).toMatchObject({ headline: { value: null, words: expect.stringMatching(/^Newest versions are not known/) }, rows: expect.arrayContaining([['zod', 'running', expect.any(String), null, null]]) });
});
