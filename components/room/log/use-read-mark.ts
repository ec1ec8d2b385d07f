'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { loadReadMark, saveReadMark } from './read-mark';

interface ReadMarkInput {
  readonly userId: string;
  readonly incidentId: string;
  readonly lastSeq: number;
  /** Whether the newest entry is in sight. */
  readonly atEnd: boolean;
}

/**
 * Where the line "new since you looked" stands: the newest `seq` that was in sight when one last came to this page or
 * back to its tab. Only in the browser.
 */
export function useReadMark({ userId, incidentId, lastSeq, atEnd }: ReadMarkInput) {
  const [mark, setMark] = useState(() => loadReadMark(localStorage, userId, incidentId));
  const onVisibility = useEffectEvent(() => {
    if (document.visibilityState !== 'visible') return;
    setMark(loadReadMark(localStorage, userId, incidentId));
    if (atEnd) saveReadMark(localStorage, userId, incidentId, lastSeq);
  });

  useEffect(() => {
    document.addEventListener('visibilitychange', onVisibility);
    return () => document.removeEventListener('visibilitychange', onVisibility);
  }, []);
  useEffect(() => {
    if (atEnd && lastSeq > 0 && document.visibilityState === 'visible') saveReadMark(localStorage, userId, incidentId, lastSeq);
  }, [atEnd, lastSeq, userId, incidentId]);

  return { mark, moveMark: setMark };
}
