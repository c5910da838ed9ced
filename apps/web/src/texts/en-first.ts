/** The texts of what is seen first: sign-in, the frame, Today. The rest of the catalogue follows (`loadTexts`). */
import { accountTexts } from "./en/account.ts";
import { dailyTexts } from "./en/daily.ts";
import { shellTexts } from "./en/shell.ts";
import { siteSearchTexts } from "./en/site-search.ts";
import { wordTexts } from "./en/words.ts";

export const enFirst = {
  ...shellTexts,
  ...wordTexts,
  ...accountTexts,
  ...dailyTexts,
  ...siteSearchTexts,
} as const;
