/** Asks the table: what it wants of one purchase on one day. */
import type { PolicySituation } from "@throughline/contract";
import type { IsoDate } from "@throughline/domain";
import { compilePolicy, ecbRatesOn, tryPolicy, type Policy } from "@throughline/requirements";
import type { z } from "zod";
import type { Work } from "../../platform/api.ts";
import type { HouseLibrary } from "../requirements/index.ts";
import { engineRow } from "./describe-row.ts";
import { readAllRows } from "./policies.store.ts";

export type Situation = z.infer<typeof PolicySituation>;

/** The table of all times, ready to be tried; one for as many purchases as wanted. */
export async function openPolicy(work: Work, library: HouseLibrary): Promise<Policy> {
  return compilePolicy((await readAllRows(work)).map(engineRow), (key, version) =>
    library.find(key, version),
  );
}

/** Tries the table on a situation; values in other currencies by the rates of the day, as far as they are shipped. */
export function askPolicy(
  policy: Policy,
  situation: Situation,
  on: IsoDate,
): ReturnType<typeof tryPolicy> {
  return tryPolicy(policy, situation, on, { rates: ecbRatesOn(on) });
}
