import { z } from 'zod';
import { SETTLE_MS } from './aim';

/** Movements below this are not seen by anybody. */
const LEAST_PX = 8;

const rect = z.object({ x: z.number(), y: z.number() });
const shiftSchema = z.object({
  hadRecentInput: z.boolean(),
  startTime: z.number(),
  sources: z.array(z.object({ node: z.custom<Node | null>((node) => node === null || node instanceof Node), previousRect: rect, currentRect: rect })),
});

/** What moved on the page without anybody's doing, as the browser itself tells. */
export interface MovedNodes {
  /** Whether an element, or something around it, moved less than SETTLE_MS ago. `at`: as `performance.now()`. */
  includes(element: Element, at: number): boolean;
  stop(): void;
}

/** Listens to the browser's layout shifts. Browsers that do not tell of them (not Chromium) know of none. */
export function watchMovedNodes(): MovedNodes {
  let moved: { readonly node: Node; readonly at: number }[] = [];
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return { includes: () => false, stop: () => undefined };
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = shiftSchema.safeParse({ ...fields(entry), startTime: entry.startTime });
      if (!shift.success || shift.data.hadRecentInput) continue;
      const { startTime, sources } = shift.data;
      moved = moved.filter(({ at }) => startTime - at < SETTLE_MS);
      for (const { node, previousRect: from, currentRect: to } of sources) {
        if (node && Math.hypot(to.x - from.x, to.y - from.y) >= LEAST_PX) moved.push({ node, at: startTime });
      }
    }
  });
  observer.observe({ type: 'layout-shift' });
  return {
    includes: (element, at) => moved.some((shift) => at - shift.at < SETTLE_MS && shift.node.contains(element)),
    stop: () => observer.disconnect(),
  };
}

// They stand on the entry's prototype, where a spread does not find them.
function fields(entry: PerformanceEntry): Readonly<Record<string, unknown>> {
  const { sources = [] } = entry as { sources?: readonly Readonly<Record<'node' | 'previousRect' | 'currentRect', unknown>>[] } & PerformanceEntry;
  const hadRecentInput = 'hadRecentInput' in entry ? entry.hadRecentInput : null;
  return { hadRecentInput, sources: sources.map(({ node, previousRect, currentRect }) => ({ node, previousRect, currentRect })) };
}
