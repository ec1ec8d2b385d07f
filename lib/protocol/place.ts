import { z } from 'zod';
import { lineOfText } from './text';

export const ADDRESS_MAX = 160;

/** Where something is. Coordinates are WGS 84 degrees; both or neither are known. */
export const placeSchema = z.object({ address: z.string(), lat: z.number().nullable(), lng: z.number().nullable() });
export type Place = z.infer<typeof placeSchema>;

const latitude = z.number('This is not a latitude.').min(-90, 'A latitude lies between -90 and 90.').max(90, 'A latitude lies between -90 and 90.');
const longitude = z.number('This is not a longitude.').min(-180, 'A longitude lies between -180 and 180.').max(180, 'A longitude lies between -180 and 180.');

/** A place as somebody sends it. */
export const givenPlaceSchema = z
  .strictObject({ address: lineOfText(ADDRESS_MAX), lat: latitude.nullish(), lng: longitude.nullish() })
  .refine(({ lat, lng }) => (lat ?? null) === null === ((lng ?? null) === null), {
    path: ['lng'],
    message: 'Give both coordinates or neither.',
  })
  .transform(({ address, lat, lng }): Place => ({ address, lat: lat ?? null, lng: lng ?? null }));
