'use client';

import { useState } from 'react';

/** Where each of these stands in a row: what comes later stands behind, and a place once given stays. Nothing moves for another's sake. */
export function useHeldPlaces(shown: readonly string[]): ReadonlyMap<string, number> {
  const [places, setPlaces] = useState(shown);
  const fresh = shown.filter((key) => !places.includes(key));
  const all = fresh.length === 0 ? places : [...places, ...fresh];
  if (fresh.length > 0) setPlaces(all);
  return new Map(all.map((key, place) => [key, place]));
}
