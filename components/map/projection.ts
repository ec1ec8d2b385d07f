/** A place on the earth: WGS 84 degrees. */
export interface LatLng {
  readonly lat: number;
  readonly lng: number;
}

/** A place on the drawing, in pixels from its top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What part of the earth the drawing shows. `scale`: pixels per metre. */
export interface View {
  readonly center: LatLng;
  readonly scale: number;
}

/** The drawing in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const METRES_PER_DEGREE = 111_320;
/** A single place is shown with this much around it, in metres. */
const SMALLEST_SPAN = 2_000;
const LARGEST_SCALE = 2;
const SMALLEST_SCALE = 1e-5;

/** Metres that a degree of longitude is long here. Never zero, so that the poles do not divide by it. */
function metresPerLng(lat: number): number {
  return METRES_PER_DEGREE * Math.max(0.01, Math.cos((lat * Math.PI) / 180));
}

/** Where a place lies on the drawing. Equirectangular about the centre: true to scale there, good enough for a district. */
export function project({ center, scale }: View, { width, height }: Size, place: LatLng): Point {
  return {
    x: width / 2 + (place.lng - center.lng) * metresPerLng(center.lat) * scale,
    y: height / 2 - (place.lat - center.lat) * METRES_PER_DEGREE * scale,
  };
}

/** The place under a point of the drawing. */
export function unproject({ center, scale }: View, { width, height }: Size, { x, y }: Point): LatLng {
  return {
    lat: clamp(center.lat - (y - height / 2) / (METRES_PER_DEGREE * scale), -90, 90),
    lng: center.lng + (x - width / 2) / (metresPerLng(center.lat) * scale),
  };
}

/** The view that shows all places with `margin` pixels around them; null when there is none. */
export function fit(places: readonly LatLng[], { width, height }: Size, margin: number): View | null {
  if (places.length === 0) return null;
  const lats = places.map(({ lat }) => lat);
  const lngs = places.map(({ lng }) => lng);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs), Math.max(...lngs)];
  const center = { lat: (south + north) / 2, lng: (west + east) / 2 };
  const across = Math.max(SMALLEST_SPAN, (east - west) * metresPerLng(center.lat));
  const down = Math.max(SMALLEST_SPAN, (north - south) * METRES_PER_DEGREE);
  const scale = Math.min(Math.max(1, width - 2 * margin) / across, Math.max(1, height - 2 * margin) / down);
  return { center, scale: clamp(scale, SMALLEST_SCALE, LARGEST_SCALE) };
}

/** The view after the drawing was pulled by so many pixels. */
export function panned(view: View, by: Point): View {
  const size = { width: 0, height: 0 };
  return { ...view, center: unproject(view, size, { x: -by.x, y: -by.y }) };
}

/** The view after zooming; the place under `at` stays there. */
export function zoomed(view: View, size: Size, factor: number, at: Point): View {
  const scale = clamp(view.scale * factor, SMALLEST_SCALE, LARGEST_SCALE);
  const place = unproject(view, size, at);
  const moved = project({ ...view, scale }, size, place);
  return panned({ ...view, scale }, { x: at.x - moved.x, y: at.y - moved.y });
}

/** A round length that is at most `maxPixels` long on the drawing: 1, 2 or 5 times a power of ten, in metres. */
export function roundLength(scale: number, maxPixels: number): number {
  const metres = maxPixels / scale;
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 2, 1].find((factor) => factor * power <= metres * (1 + 1e-9)) ?? 1;
  return step * power;
}

/** "500 m", "20 km". */
export function lengthWords(metres: number): string {
  return metres >= 1_000 ? `${Math.round(metres / 1_000)} km` : `${Math.round(metres)} m`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
