/** The site an id of the address stands for, if it may be seen. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { findStandingSite } from "../sites/index.ts";

type Standing = NonNullable<Awaited<ReturnType<typeof findStandingSite>>>["row"];

/** @throws AppError `not_found`, another's confidential site and no site alike. */
export async function requireStanding(work: Work, id: string): Promise<Standing> {
  const found = await findStandingSite(work, { id });
  if (found === undefined) throw new AppError("not_found");
  return found.row;
}

/** The same for a site of the organisation itself. @throws AppError `not_found`, `not_allowed` for a published site of another organisation. */
export async function requireOwn(work: Work, id: string): Promise<Standing> {
  const site = await requireStanding(work, id);
  if (!site.own)
    throw new AppError(
      "not_allowed",
      "This site is another organisation's: only that organisation can say whether it works or has moved.",
    );
  return site;
}

/** A site named in what was sent. @throws AppError `reference_unknown`. */
export async function requireNamed(work: Work, id: string): Promise<Standing> {
  const found = await findStandingSite(work, { id });
  if (found === undefined) throw new AppError("reference_unknown");
  return found.row;
}
