/** The texts of what is seen before anybody has signed in; the rest of the catalogue follows (`loadTexts`). */
import { accountTexts } from "./en/account.ts";
import { shellTexts } from "./en/shell.ts";
import { wordTexts } from "./en/words.ts";

export const enFirst = { ...shellTexts, ...wordTexts, ...accountTexts } as const;
