/** What a search of sites says besides the sites: how they were found. */
import { z } from "zod";

/** Where something found stands in a text: from, and where it ends, in UTF-16 units. */
export const Stretch = z.tuple([z.int().min(0), z.int().min(0)]);

/** How a site was found: what to highlight, and the other name or address it was found by, where it was not its own. */
export const FoundBy = z.object({
  /** By an identifier, whole. */
  id: z.boolean(),
  /** A word stands there only nearly as typed. */
  nearly: z.boolean(),
  name: z.array(Stretch),
  address: z.array(Stretch),
  /** A name it is also known by, in this organisation's own records or before it was merged. */
  otherName: z.object({ text: z.string(), marks: z.array(Stretch) }).nullable(),
});
export type FoundBy = z.infer<typeof FoundBy>;

/** How many sites a search finds, with the filters. Null where nothing was searched for. */
export const FoundCount = z.object({
  /** Sites with every word as typed, as a beginning, or in another script or form. */
  asTyped: z.int(),
  /** Sites with a word only nearly as typed; looked for where few have all as typed. */
  nearly: z.int(),
  /** Which of the items is the first that is only nearly so. */
  nearlyFrom: z.int().nullable(),
  /** False while a list is on its way in or where very many sites were merged: the counts are then about right. */
  exact: z.boolean(),
});
export type FoundCount = z.infer<typeof FoundCount>;
