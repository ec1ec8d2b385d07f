/** The id of the element that is a unit's row. */
export function rowId(unitId: string): string {
  return `unit-${unitId}`;
}

/** Whether a unit's row itself, not something in it, has the keyboard. */
export function hasKeyboard(unitId: string): boolean {
  return document.activeElement?.id === rowId(unitId);
}

/** Gives a unit's row the keyboard, where it is on the page. */
export function focusRow(unitId: string): void {
  document.getElementById(rowId(unitId))?.focus({ preventScroll: true });
}
