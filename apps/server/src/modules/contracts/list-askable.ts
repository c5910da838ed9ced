/** What can be asked for what is bought, before any product is known. */
import type { Askable } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { whatCanBeAsked } from "@throughline/risk";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { gatherLineFacts } from "../line/index.ts";

/** Lists the questions from the product down to the materials. */
export async function listAskable(work: Work, id: string): Promise<z.infer<typeof Askable>[]> {
  const gathered = (await gatherLineFacts(work, [id], work.today)).get(id);
  if (gathered === undefined) throw new AppError("not_found", "There is no such contract here.");
  return whatCanBeAsked(gathered.bought).map(({ ask, tier, component, why }) => ({
    what: ask,
    tier,
    component,
    why,
  }));
}
