import { describe, expect, it } from 'vitest';
import { ADDRESS_MAX, givenAddressedPlaceSchema, givenPlaceSchema, placeWords } from './place';

const long = 'Ø'.repeat(ADDRESS_MAX);
const problems = (schema: typeof givenPlaceSchema | typeof givenAddressedPlaceSchema, place: unknown) => schema.safeParse(place).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a place as somebody sends it', () => {
  it.each([
    [{ address: ' Storgata 3 ' }, { address: 'Storgata 3', lat: null, lng: null }],
    [{ lat: 61.115, lng: 10.466 }, { address: null, lat: 61.115, lng: 10.466 }],
    [{ address: null, lat: 0, lng: 0 }, { address: null, lat: 0, lng: 0 }],
    [{ address: ' ', lat: -90, lng: 180 }, { address: null, lat: -90, lng: 180 }],
    [{ address: 'Storgata 3', lat: 61.115, lng: 10.466 }, { address: 'Storgata 3', lat: 61.115, lng: 10.466 }],
    [{ address: long }, { address: long, lat: null, lng: null }],
  ])('%j is taken', (given, place) => {
    expect(givenPlaceSchema.parse(given)).toEqual(place);
  });

  it.each([
    [{}, 'address', /Give an address/],
    [{ address: '  ' }, 'address', /Give an address/],
    [{ address: null, lat: null, lng: null }, 'address', /Give an address/],
    [{ lat: 61 }, 'lng', /both coordinates or neither/],
    [{ address: 'Storgata 3', lng: 10 }, 'lng', /both coordinates or neither/],
    [{ lat: 91, lng: 10 }, 'lat', /between -90 and 90/],
    [{ lat: 61, lng: 181 }, 'lng', /between -180 and 180/],
    [{ lat: NaN, lng: 10 }, 'lat', /latitude/],
    [{ address: `${long}x` }, 'address', /at most 300/],
    [{ address: 'Two\nlines' }, 'address', /Line breaks/],
    [{ address: '\u200d', lat: 61, lng: 10 }, 'address', /Write something/],
  ])('%j is refused at %s', (given, path, words) => {
    expect(problems(givenPlaceSchema, given)).toContainEqual([path, expect.stringMatching(words)]);
  });

  it('must have an address where a fire engine is sent by it alone', () => {
    expect(problems(givenAddressedPlaceSchema, { lat: 61, lng: 10 })?.map(([path]) => path)).toEqual(['address']);
    expect(givenAddressedPlaceSchema.parse({ address: long })).toEqual({ address: long, lat: null, lng: null });
  });
});

it.each([
  [null, null],
  [{ address: 'Storgata 3', lat: 61, lng: 10 }, 'Storgata 3'],
  [{ address: null, lat: 61.1150001, lng: -10.4660049 }, '61.115, -10.466'],
  [{ address: null, lat: 61.123456, lng: 10.1 }, '61.12346, 10.1'],
  [{ address: null, lat: 0, lng: -0.000001 }, '0, 0'],
  [{ address: null, lat: null, lng: null }, null],
])('%j in words is %j', (place, words) => {
  expect(placeWords(place)).toBe(words);
});
