import { create } from 'zustand';
import { formatHidden, HIDDEN_COOKIE } from './hidden-cookie';

interface HiddenFlash {
  readonly ids: readonly string[];
}

/** The messages this person has put away in this browser, until it is closed. */
export const useHiddenFlash = create<HiddenFlash>(() => ({ ids: [] }));

/** Puts a message away. */
export function hideFlash(flashId: string): void {
  write([...useHiddenFlash.getState().ids.filter((id) => id !== flashId), flashId]);
}

/** Brings a message back to the bar. */
export function unhideFlash(flashId: string): void {
  write(useHiddenFlash.getState().ids.filter((id) => id !== flashId));
}

/** Takes over what the server read from the cookie. */
export function startHidden(ids: readonly string[]): void {
  useHiddenFlash.setState({ ids });
}

function write(ids: readonly string[]): void {
  useHiddenFlash.setState({ ids });
  document.cookie = `${HIDDEN_COOKIE}=${formatHidden(ids)}; path=/; samesite=lax`;
}
