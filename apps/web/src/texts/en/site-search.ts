/** Texts of searching sites while typing, and of what a search found. */
export const siteSearchTexts = {
  "siteSearch.found": "Sites found",
  "siteSearch.count":
    "{n} {n|site|sites} shown, the best first. Enter without choosing lists all that is found.",
  "siteSearch.nothing":
    "No site that you may see has all these words. Names, other names, addresses and ids were searched, across scripts; one letter may differ in a word of four letters, two in one of eight.",
  "siteSearch.otherName": "Also called",
  "siteSearch.nearly": "nearly so",
  "siteSearch.byId": "by its id",
  "siteSearch.asTyped": "{n} {n|site has|sites have} all the words, best first.",
  "siteSearch.asTypedAbout": "About {n} {n|site has|sites have} all the words, best first.",
  "siteSearch.onlyNearly": "No site has all the words as typed. {n} {n|has|have} them nearly so.",
  "siteSearch.andNearly": "{n} more {n|has|have} them nearly so.",
  "siteSearch.nearlyTitle": "Nearly so: a letter or two differ",
} as const;
