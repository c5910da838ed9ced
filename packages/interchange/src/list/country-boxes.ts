/**
 * Boxes around countries where products of public buying are made, in whole degrees: enough to tell that latitude and
 * longitude stand exchanged, and for nothing else. Our own table, rounded outwards from general geography
 * (2026-11); a test holds every town of the offline list within its country's box.
 */

/** South, west, north, east. */
type Box = readonly [number, number, number, number];

const boxes: Readonly<Record<string, Box>> = {
  AT: [46, 9, 50, 18],
  BD: [20, 88, 27, 93],
  BE: [49, 2, 52, 7],
  BG: [41, 22, 45, 29],
  BR: [-34, -74, 6, -28],
  CD: [-14, 12, 6, 32],
  CH: [45, 5, 48, 11],
  CN: [17, 73, 54, 136],
  CZ: [48, 12, 52, 19],
  DE: [47, 5, 56, 16],
  DK: [54, 8, 58, 16],
  DO: [17, -73, 20, -68],
  EG: [21, 24, 32, 37],
  ET: [3, 32, 15, 48],
  FI: [59, 19, 71, 32],
  FR: [41, -6, 52, 10],
  GB: [49, -9, 61, 2],
  HK: [22, 113, 23, 115],
  HN: [12, -90, 18, -82],
  HU: [45, 16, 49, 23],
  ID: [-12, 94, 7, 142],
  IE: [51, -11, 56, -5],
  IL: [29, 34, 34, 36],
  IN: [6, 68, 36, 98],
  IT: [35, 6, 48, 19],
  JP: [20, 122, 46, 154],
  KH: [9, 102, 15, 108],
  KR: [32, 124, 39, 132],
  LK: [5, 79, 10, 82],
  MA: [26, -14, 36, 0],
  MM: [9, 92, 29, 102],
  MO: [22, 113, 23, 114],
  MX: [14, -119, 33, -86],
  MY: [0, 99, 8, 120],
  NL: [50, 3, 54, 8],
  NO: [57, 4, 72, 32],
  PH: [4, 116, 22, 127],
  PK: [23, 60, 38, 78],
  PL: [48, 14, 55, 25],
  PT: [29, -32, 43, -6],
  RO: [43, 20, 49, 30],
  RS: [41, 18, 47, 24],
  SE: [55, 10, 70, 25],
  SG: [1, 103, 2, 105],
  SK: [47, 16, 50, 23],
  TH: [5, 97, 21, 106],
  TN: [30, 7, 38, 12],
  TR: [35, 25, 43, 46],
  TW: [21, 118, 27, 123],
  UA: [44, 22, 53, 41],
  US: [17, -180, 72, -64],
  VN: [8, 102, 24, 110],
  ZA: [-35, 16, -22, 33],
};

/** Whether a point may lie in a country; `null` for countries the table does not hold. */
export function fitsCountry(country: string, latitude: number, longitude: number): boolean | null {
  const box = boxes[country];
  if (box === undefined) return null;
  const [south, west, north, east] = box;
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/** Countries of the table, for its test. */
export const boxedCountries: readonly string[] = Object.keys(boxes);
