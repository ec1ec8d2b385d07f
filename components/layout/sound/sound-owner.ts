let owned = false;
let asked = false;

/**
 * Makes this tab the one that sounds, or the next in line. Three tabs that beep a moment apart are noise.
 * Asked for only once sound is armed, so that a tab which cannot be heard never holds the right to be.
 */
export function takeSound(): void {
  if (asked) return;
  asked = true;
  // Plain-http hosts have no locks: there every tab sounds, which beats none.
  if (!('locks' in navigator) || !navigator.locks) {
    owned = true;
    return;
  }
  void navigator.locks.request('watchroom.sound', () => {
    owned = true;
    return new Promise<never>(() => {});
  });
}

/** Whether alarms sound from this tab. */
export function ownsSound(): boolean {
  return owned;
}
