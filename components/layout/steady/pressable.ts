const CONTROLS = 'a, button, input, select, textarea, label, summary, [role="button"], [role="menuitem"], [role="option"], [role="tab"]';

/** What a press on an element would act on: the control around it, or the row that opens by a click; null for none. */
export function pressableOf(element: Element | null): Element | null {
  if (!element) return null;
  const control = element.closest(CONTROLS);
  if (control) return control;
  return getComputedStyle(element).cursor === 'pointer' ? (element.closest('tr, li') ?? element) : null;
}

/** What a press at a point of the window would act on; null for none. */
export function pressableAt(x: number, y: number): Element | null {
  return pressableOf(document.elementFromPoint(x, y));
}
