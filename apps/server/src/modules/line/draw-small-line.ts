/** The line drawn small: the row of every list. */
import type { SmallLine } from "@throughline/contract";
import type { Line } from "@throughline/domain";
import type { z } from "zod";

/** One state and headline per station, in order. */
export function drawSmallLine(line: Line): z.infer<typeof SmallLine> {
  return line.stations.map(({ name, state, headline }) => ({
    name,
    state,
    headline: headline.text,
  }));
}
