/** Decisions about the life of sites that need no database. */
import type { ErrorCode } from "@throughline/domain";

/** What a decision on a review pair means, given the one that stands. */
export type ReviewOutcome =
  | { readonly kind: "record" }
  | { readonly kind: "take_back" }
  | { readonly kind: "nothing_to_do" }
  | { readonly kind: "refused"; readonly code: "verdict_already_given" };

export type PairDecision = "same" | "different" | "unsure" | null;

/** A decided pair is not decided over: it is taken back first. "Unsure" may become a decision at any time. */
export function decideReviewOutcome(standing: PairDecision, wanted: PairDecision): ReviewOutcome {
  if (standing === wanted) return { kind: "nothing_to_do" };
  if (wanted === null) return { kind: "take_back" };
  if (standing === null || standing === "unsure") return { kind: "record" };
  return { kind: "refused", code: "verdict_already_given" };
}

/** A standing site, as far as merging asks. */
export interface Mergeable {
  readonly id: string;
  readonly own: boolean;
  readonly published: boolean;
  /** Somebody else keeps its identity. */
  readonly masked: boolean;
  readonly createdAt: string;
}

/** Why two sites are not merged. */
export type MergeRefusal =
  | "joined_already"
  | "not_own"
  | "masked"
  | "published"
  | "decided_different";

export type MergeOutcome<S extends Mergeable = Mergeable> =
  | { readonly kind: "merge"; readonly gone: S; readonly kept: S; readonly shown: boolean }
  | { readonly kind: "refused"; readonly reason: MergeRefusal };

/**
 * Which of two standing sites is kept. Within an organisation's scope its own record is kept before another's: another's
 * site is nobody's to merge away but in one's own view. What is published keeps its public identity: it is not merged
 * into a record that nobody else can see. Without a wish the published one is kept, else the older one.
 */
export function decideMerge<S extends Mergeable>(
  one: S,
  other: S,
  wish: { readonly keepId?: string | undefined; readonly decidedDifferent: boolean },
): MergeOutcome<S> {
  if (one.id === other.id) return { kind: "refused", reason: "joined_already" };
  if (!one.own && !other.own) return { kind: "refused", reason: "not_own" };
  if (one.masked || other.masked) return { kind: "refused", reason: "masked" };
  if (wish.decidedDifferent) return { kind: "refused", reason: "decided_different" };
  const usual = rank(one) < rank(other) ? one : other;
  const kept = wish.keepId === one.id ? one : wish.keepId === other.id ? other : usual;
  const gone = kept === one ? other : one;
  if (!kept.own) return { kind: "refused", reason: "not_own" };
  if (gone.own && gone.published && !kept.published)
    return { kind: "refused", reason: "published" };
  return { kind: "merge", gone, kept, shown: gone.own && gone.published && kept.published };
}

/** Own before another's, published before not, older before younger; the id settles what is left. */
function rank(site: Mergeable): string {
  return [site.own ? 0 : 1, site.published ? 0 : 1, site.createdAt, site.id].join(" ");
}

const refusals: Readonly<
  Record<MergeRefusal, { readonly code: ErrorCode; readonly message: string }>
> = {
  joined_already: { code: "already_exists", message: "The two are one site already." },
  not_own: {
    code: "input_invalid",
    message:
      "Your organisation can only keep a record of its own: another organisation's site is joined to yours, for you alone.",
  },
  masked: {
    code: "input_invalid",
    message: "The supplier keeps the identity of one of them: nobody can say that it is this site.",
  },
  published: {
    code: "input_invalid",
    message: "A published site keeps its public id: keep that one.",
  },
  decided_different: {
    code: "verdict_already_given",
    message:
      "Somebody has decided that the two, or records merged into them, are different sites. Take that back first.",
  },
};

/** How a refusal is answered. */
export function explainRefusal(reason: MergeRefusal): { code: ErrorCode; message: string } {
  return refusals[reason];
}

/** A row of a disclosure, and a link that may rest on it. */
export interface CarryingRow {
  readonly rowId: string;
  readonly disclosureId: string;
  readonly tier: string | null;
  readonly component: string | null;
  /** Products its text names; `null` when it names none. */
  readonly productIds: readonly string[] | null;
}
export interface CarriedLink {
  readonly linkId: string;
  readonly disclosureId: string | null;
  readonly tier: string;
  readonly component: string | null;
  readonly productId: string;
}

/**
 * The rows of a site that a link rests on: of its disclosure, about its component, its tier and its product where the
 * row says any. Where none says so, all of the disclosure's rows at the site.
 */
export function rowsOfLink(link: CarriedLink, rows: readonly CarryingRow[]): CarryingRow[] {
  const said = rows.filter((row) => row.disclosureId === link.disclosureId);
  const exact = said.filter(
    (row) =>
      (row.component === null || row.component === link.component) &&
      (row.tier === null || row.tier === link.tier) &&
      (row.productIds === null || row.productIds.includes(link.productId)),
  );
  return exact.length > 0 ? exact : said;
}

/** Where a link goes when some rows of its site move: with them, not at all, or it stands at both sites from then on. */
export function decideLink(
  link: CarriedLink,
  rows: readonly CarryingRow[],
  moved: ReadonlySet<string>,
): "stays" | "moves" | "both" {
  const carrying = rowsOfLink(link, rows);
  const going = carrying.filter(({ rowId }) => moved.has(rowId)).length;
  if (going === 0) return "stays";
  return going === carrying.length ? "moves" : "both";
}

/** Whether a site may close or work again, given how it stands. */
export function decideState(
  standing: "open" | "closed" | "relocated",
  wanted: "close" | "reopen",
): "record" | "refused" {
  if (wanted === "close") return standing === "closed" ? "refused" : "record";
  return standing === "open" ? "refused" : "record";
}
