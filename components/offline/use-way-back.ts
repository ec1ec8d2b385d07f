'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 5_000;
const PATIENCE_MS = 4_000;

/** Asks again and again whether the server answers, and loads the page anew when it does. Gives when it asks next (ms since 1970). */
export function useWayBack(): { readonly nextAt: number; readonly tryNow: () => void } {
  const [nextAt, setNextAt] = useState(() => Date.now() + EVERY_MS);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    let over = false;
    const ask = async () => {
      const answered = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(() => true, () => false);
      if (over) return;
      if (answered) location.reload();
      else setNextAt(Date.now() + EVERY_MS);
    };
    if (asked > 0) void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    const online = () => void ask();
    window.addEventListener('online', online);
    return () => {
      over = true;
      clearInterval(timer);
      window.removeEventListener('online', online);
    };
  }, [asked]);

  return { nextAt, tryNow: () => setAsked((times) => times + 1) };
}
