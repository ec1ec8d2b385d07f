import { cleanText } from '@/lib/protocol/text-rules';
import { ADDRESS_MAX, givenPlaceSchema, type Place } from '@/lib/protocol/place';
import type { Alert, Pairs } from './read-report';

const LATITUDE = ['lat', 'latitude'];
const LONGITUDE = ['lng', 'lon', 'long', 'longitude'];

/** Labels and annotations that hold a position. */
export const COORDINATES: readonly string[] = [...LATITUDE, ...LONGITUDE];

/**
 * Where an alert says that it is: `address`, or `lat` and `lng` (also `latitude`; `lon`, `long`, `longitude`) among its
 * annotations or labels. What is no position is as good as none, an alert is not refused for it.
 */
export function placeOf({ annotations, labels }: Pick<Alert, 'annotations' | 'labels'>): Place | null {
  const address = cleanText(annotations.get('address') ?? labels.get('address') ?? '', ADDRESS_MAX) || null;
  const position = positionOf(annotations) ?? positionOf(labels);
  return givenPlaceSchema.safeParse({ address, ...position }).data ?? null;
}

function positionOf(pairs: Pairs): { readonly lat: number; readonly lng: number } | null {
  const [lat, lng] = [LATITUDE, LONGITUDE].map((names) => degrees(names.map((name) => pairs.get(name)).find((value) => value !== undefined)));
  // Checked by itself: a position off the earth does not take the address away.
  const place = givenPlaceSchema.safeParse({ lat, lng }).data;
  return place && place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : null;
}

function degrees(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : undefined;
}
