import { z } from 'zod';
import { lineOfText, lineOrNothing } from './text';

export const ADDRESS_MAX = 300;
/** Decimals of a degree that are shown: a metre. */
const DECIMALS = 5;

/** Where something is: an address, a position in WGS 84 degrees, or both. */
export const placeSchema = z.object({ address: z.string().nullable(), lat: z.number().nullable(), lng: z.number().nullable() });
export type Place = z.infer<typeof placeSchema>;

/** A place whose address is always known. */
export const addressedPlaceSchema = placeSchema.extend({ address: z.string() });
type AddressedPlace = z.infer<typeof addressedPlaceSchema>;

const latitude = z.number('This is not a latitude.').min(-90, 'A latitude lies between -90 and 90.').max(90, 'A latitude lies between -90 and 90.');
const longitude = z.number('This is not a longitude.').min(-180, 'A longitude lies between -180 and 180.').max(180, 'A longitude lies between -180 and 180.');

/** A position in WGS 84 degrees. */
export const positionSchema = z.strictObject({ lat: latitude, lng: longitude });

interface Position {
  readonly lat?: number | null | undefined;
  readonly lng?: number | null | undefined;
}

const position = { lat: latitude.nullish(), lng: longitude.nullish() };
const isWhole = ({ lat, lng }: Position) => (lat ?? null) === null === ((lng ?? null) === null);
const WHOLE = { path: ['lng'], message: 'Give both coordinates or neither.' };

/** A place as somebody sends it. */
export const givenPlaceSchema = z
  .strictObject({ address: lineOrNothing(ADDRESS_MAX), ...position })
  .refine(isWhole, WHOLE)
  .refine(({ address, lat, lng }) => address !== null || (lat ?? lng ?? null) !== null, { path: ['address'], message: 'Give an address, both coordinates, or all three.' })
  .transform(({ address, lat, lng }): Place => ({ address, lat: lat ?? null, lng: lng ?? null }));

/** The same where an address must be among it. */
export const givenAddressedPlaceSchema = z
  .strictObject({ address: lineOfText(ADDRESS_MAX), ...position })
  .refine(isWhole, WHOLE)
  .transform(({ address, lat, lng }): AddressedPlace => ({ address, lat: lat ?? null, lng: lng ?? null }));

/** A place in words: its address, or else its coordinates. Null where there is none. */
export function placeWords(place: Place | null): string | null {
  if (!place) return null;
  const { address, lat, lng } = place;
  if (address !== null) return address;
  return lat === null || lng === null ? null : [lat, lng].map((degrees) => String(Number(degrees.toFixed(DECIMALS)))).join(', ');
}
