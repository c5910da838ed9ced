/** Countries by the names the reader's locale gives them. */
import { formatCountry } from "./format.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

// Groupings, pseudo-locales and withdrawn codes for which Intl has a name, but which are no ISO 3166-1 country.
const noCountries = new Set(
  "AC AN BU CP CQ CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ".split(
    " ",
  ),
);

let made: readonly { readonly code: string; readonly name: string }[] | null = null;

/** Every ISO 3166-1 country, by name. */
export function listCountries(): readonly { readonly code: string; readonly name: string }[] {
  made ??= letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.has(code) && formatCountry(code) !== code)
    .map((code) => ({ code, name: formatCountry(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return made;
}
