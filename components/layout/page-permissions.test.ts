import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRefused, permissionOf } from './page-permissions';

const PAGES = readdirSync('app/(board)', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)page\.tsx$/.test(file)).map((file) => join('app/(board)', file));

describe('what a role needs to open a page', () => {
  it.each(PAGES)('%s: the words of a refusal go by the permission that the server asks for', (file) => {
    const asked = /requirePageUser\((?:'([\w.]+)')?\)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'board.read';
    const path = file.replace('app/(board)', '').replace(/\/page\.tsx$/, '').replace('[id]', 'abc') || '/';
    expect(permissionOf(path)).toBe(asked);
  });

  it('there are pages', () => expect(PAGES.length).toBeGreaterThan(10));

  it('a page that does not exist is refused to nobody', () => {
    expect(isRefused('/nothing', 'observer')).toBe(false);
    expect(isRefused('/units/codes/', 'supervisor')).toBe(true);
    expect(isRefused('/units/codes', 'admin')).toBe(false);
    expect(isRefused('/constructor', 'observer')).toBe(false);
  });
});
