/**
 * Merges two standing sites. Nothing that names them is rewritten: from today on the gone one leads to the kept one, and
 * whoever reads a row, a link, a hit or an id finds it at the kept one, until the merge is undone.
 */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { subjectOf } from "../../platform/api.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { screenSitesNow } from "../screening/index.ts";
import {
  findPairOf,
  findSurvivors,
  settlePairs,
  wasDecidedDifferent,
  writeDecision,
} from "../sites/index.ts";
import { countAt, findMergeable, insertAct, insertMerge, wasScreened } from "./site-acts.store.ts";
import { decideMerge, type MergeRefusal } from "./site-acts.policy.ts";

export interface SitesToJoin {
  readonly one: string;
  readonly other: string;
  readonly keepId?: string | undefined;
  readonly reason: string | null;
  /** The pair whose decision it follows from. */
  readonly reviewId?: string;
  readonly bulkId?: string;
  /** Left to the caller, who screens many at once. */
  readonly screenLater?: boolean;
}

export type Joined =
  | {
      readonly kind: "joined";
      readonly actId: string;
      readonly goneId: string;
      readonly keptId: string;
      readonly screened: boolean;
      readonly effect: {
        readonly records: number;
        readonly links: number;
        readonly contracts: number;
        readonly hits: number;
        readonly pairs: number;
      };
    }
  | { readonly kind: "refused"; readonly reason: MergeRefusal };

/**
 * The organisation's sites are locked already (`lockOrganisationSites`).
 *
 * @throws AppError `reference_unknown` for a site that may not be seen, as for none.
 */
export async function joinSites(work: Work, wanted: SitesToJoin): Promise<Joined> {
  const leads = await findSurvivors(work.tx, [wanted.one, wanted.other]);
  const [a, b] = [wanted.one, wanted.other].map((id) => leads.get(id) ?? id);
  const sites = await findMergeable(work, [a ?? "", b ?? ""]);
  const [one, other] = [sites.get(a ?? ""), sites.get(b ?? "")];
  if (one === undefined || other === undefined) throw new AppError("reference_unknown");
  const keepId =
    wanted.keepId === undefined ? undefined : (leads.get(wanted.keepId) ?? wanted.keepId);
  const outcome = decideMerge(one, other, {
    keepId,
    decidedDifferent: one.id !== other.id && (await wasDecidedDifferent(work, one.id, other.id)),
  });
  if (outcome.kind === "refused") return outcome;
  const { gone, kept, shown } = outcome;
  const standing = await countAt(work, gone.id);
  const screened = await wasScreened(work, [gone.id, kept.id]);
  const pair = await findPairOf(work, gone.id, kept.id);
  const reviewId = wanted.reviewId ?? pair?.id;
  const act = await insertAct(work, {
    kind: "merge",
    siteId: gone.id,
    otherId: kept.id,
    fromDay: work.today,
    reason: wanted.reason,
    reviewId: reviewId ?? null,
    bulkId: wanted.bulkId ?? null,
  });
  await insertMerge(work, { actId: act.id, goneId: gone.id, keptId: kept.id, shown });
  if (wanted.reviewId === undefined && pair !== undefined && pair.decision !== "same")
    await writeDecision(work, pair.id, "same");
  const pairs = await settlePairs(work, act.id, gone.id, kept.id);
  if (screened && wanted.screenLater !== true) await screenSitesNow(work, [kept.id]);
  await recordAudit(work, {
    action: "merge-sites",
    subjectKind: "site",
    subjectId: kept.id,
    after: {
      actId: act.id,
      goneId: gone.id,
      keptId: kept.id,
      ...standing,
      pairs,
      // Free text may name people.
      reason:
        wanted.reason === null
          ? null
          : await sealPersonal(work, subjectOf(work.actor), wanted.reason),
    },
  });
  return {
    kind: "joined",
    actId: act.id,
    goneId: gone.id,
    keptId: kept.id,
    screened,
    effect: { ...standing, pairs },
  };
}
