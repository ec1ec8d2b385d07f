import { expect, type Page } from '@playwright/test';

/** The themes that a person can choose. */
export const THEMES = ['dark', 'light'] as const;

/** Changes the theme as another tab of the same browser would. */
export async function wear(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate((value) => {
    localStorage.setItem('watchroom.theme', value);
    window.dispatchEvent(new StorageEvent('storage', { key: 'watchroom.theme', newValue: value }));
  }, theme);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/** Keeps a picture in `artifacts` for people to look at. Not where CI is set: nobody can fetch it from there, and each costs half a second. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env.CI) await page.screenshot({ path: `artifacts/${name}.png` });
}
