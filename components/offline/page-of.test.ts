import { expect, it } from 'vitest';
import { isPageOf } from './page-of';
import { standInFor } from './stand-in-pages';

it.each<[string, string[], boolean]>([
  ['/', [], true],
  ['/units', ['units'], true],
  ['/units/', ['units'], true],
  ['/units/codes', ['units', 'codes'], true],
  ['/incidents/4f', ['incidents', '4f'], true],
  ['/incidents/a%20b', ['incidents', 'a b'], true],
  ['/units', ['(group)', 'units'], true],
  ['/units', ['incidents', '4f'], false],
  ['/incidents', ['incidents', '4f'], false],
  ['/', ['units'], false],
  ['/incidents/%', ['incidents', '%'], true],
])('the page of %s is that of %j: %s', (pathname, segments, expected) => {
  expect(isPageOf(pathname, segments)).toBe(expected);
});

it('knows which pages can be drawn without the server, for whom', () => {
  const drawn = ['/', '/incidents', '/incidents/4f2a', '/units', '/broadcasts', '/bonfires', '/cards', '/infrastructure'];
  for (const path of drawn) expect(standInFor(path, 'supervisor')).not.toBeNull();
  for (const path of ['/monitors', '/test', '/units/codes', '/sign-in', '/incidents/4f2a/more', '/constructor']) expect(standInFor(path, 'admin')).toBeNull();
  expect(standInFor('/broadcasts', 'observer')).toBeNull();
});
