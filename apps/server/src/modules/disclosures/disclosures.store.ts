/** SQL of `disclosures`, `disclosure_sources`, `disclosure_rows` and `trace_links`; reads what a contract says of its products. */
import type {
  DisclosureRow,
  MatchBand,
  ReadDisclosure,
  RowFlag,
  RowOutcome,
  Tier,
} from "@throughline/domain";
import type { NamedProduct, PlacedRow, PlannedLink } from "@throughline/tracing";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";
import { findSurvivors } from "../sites/index.ts";

const rowsAtOnce = 1000;
const linksAtOnce = 5000;

export async function holdsContract(work: Work, contractId: string): Promise<boolean> {
  const row = await work.tx
    .selectFrom("contracts")
    .select("id")
    .where("id", "=", contractId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findProducts(work: Work, contractId: string): Promise<NamedProduct[]> {
  return work.tx
    .selectFrom("product_lines")
    .select(["id", "brand", "family", "part_number as partNumber"])
    .where("contract_id", "=", contractId)
    .where("organisation_id", "=", work.actor.organisationId)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function findBuyerCountry(work: Work, contractId: string): Promise<string | null> {
  const row = await work.tx
    .selectFrom("contract_parties")
    .select("country")
    .where("contract_id", "=", contractId)
    .where("role", "=", "buyer")
    .where("country", "is not", null)
    .orderBy("position")
    .executeTakeFirst();
  return row?.country ?? null;
}

export interface NewDisclosure {
  readonly id: string;
  readonly contractId: string;
  readonly title: string;
  readonly declaredBy: string;
  readonly brand: string | null;
  readonly asOf: string | null;
  readonly receivedOn: string;
  readonly fileName: string | null;
  readonly read: Pick<
    ReadDisclosure,
    "format" | "truncated" | "alternatives" | "foreignMarket" | "notes"
  > &
    Partial<ReadDisclosure>;
  readonly linkNotes: readonly string[];
  readonly statedTier: Tier;
  readonly statedKind: "one_of" | "confirmed" | null;
  readonly productsStated: boolean;
  /** Left out: whoever acts. */
  readonly recordedBy?: string | null;
  /** The release it was taken from. */
  readonly releaseId?: string;
}

/** What was sent, beside the disclosure. */
export interface NewSource {
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export async function insertDisclosure(
  work: Work,
  disclosure: NewDisclosure & NewSource,
): Promise<void> {
  await insertDisclosureRow(work, disclosure);
  await work.tx
    .insertInto("disclosure_sources")
    .values({
      disclosure_id: disclosure.id,
      organisation_id: work.actor.organisationId,
      media_type: disclosure.mediaType,
      sha256: disclosure.sha256,
      bytes: Buffer.from(disclosure.bytes),
    })
    .execute();
}

/** The disclosure alone; its source and rows follow in the same transaction. */
export async function insertDisclosureRow(work: Work, disclosure: NewDisclosure): Promise<void> {
  const { read } = disclosure;
  await work.tx
    .insertInto("disclosures")
    .values({
      id: disclosure.id,
      organisation_id: work.actor.organisationId,
      contract_id: disclosure.contractId,
      title: disclosure.title,
      declared_by: disclosure.declaredBy,
      brand: disclosure.brand,
      as_of: disclosure.asOf,
      received_on: disclosure.receivedOn,
      format: read.format,
      file_name: disclosure.fileName,
      truncated: read.truncated,
      alternatives: read.alternatives,
      foreign_market: read.foreignMarket,
      notes: [...read.notes],
      link_notes: [...disclosure.linkNotes],
      stated_tier: disclosure.statedTier,
      stated_kind: disclosure.statedKind,
      products_stated: disclosure.productsStated,
      release_id: disclosure.releaseId ?? null,
      recorded_by:
        disclosure.recordedBy === undefined ? work.actor.personId : disclosure.recordedBy,
      recorded_at: work.now,
    })
    .execute();
}

/** A row with what matching made of it. */
export interface NewRow {
  readonly id: string;
  readonly row: DisclosureRow;
  readonly siteId: string | null;
  readonly band: MatchBand | null;
  readonly probability: number | null;
  readonly explanation: unknown;
}

export async function insertRows(
  work: Work,
  disclosureId: string,
  rows: readonly NewRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await work.tx
      .insertInto("disclosure_rows")
      .values(
        rows
          .slice(start, start + rowsAtOnce)
          .map(({ id, row, siteId, band, probability, explanation }) => ({
            id,
            disclosure_id: disclosureId,
            organisation_id: work.actor.organisationId,
            row_number: row.row,
            outcome: row.outcome,
            name: row.name,
            address: row.address,
            country: row.country,
            flags: [...row.flags],
            reason: row.reason,
            raw: row.raw,
            product: row.product,
            component: row.component,
            tier: row.tier,
            latitude: row.latitude,
            longitude: row.longitude,
            os_id: row.osId,
            site_id: siteId,
            match_band: band,
            match_probability: probability,
            match_explanation: explanation === null ? null : JSON.stringify(explanation),
          })),
      )
      .execute();
  }
}

export async function insertLinks(
  work: Work,
  contractId: string,
  disclosureId: string,
  links: readonly PlannedLink[],
): Promise<void> {
  for (let start = 0; start < links.length; start += linksAtOnce) {
    const part = links.slice(start, start + linksAtOnce);
    await sql`
      insert into trace_links (contract_id, organisation_id, disclosure_id, product_line_id, site_id, tier, component, kind, alternatives_id, alternatives_count, caveat, valid_from, valid_to)
      select ${contractId}, ${work.actor.organisationId}, ${disclosureId}, l.product, l.site, l.tier, l.component, l.kind, l.set_id, l.set_count, l.caveat, l.valid_from, l.valid_to
      from unnest(
        ${part.map((l) => l.productId)}::uuid[], ${part.map((l) => l.siteId)}::uuid[], ${part.map((l) => l.tier)}::text[],
        ${part.map((l) => l.component)}::text[], ${part.map((l) => l.kind)}::text[], ${part.map((l) => l.alternativesId)}::uuid[],
        ${part.map((l) => l.alternativesCount)}::int[], ${part.map((l) => l.caveat)}::text[],
        ${part.map((l) => l.validFrom)}::date[], ${part.map((l) => l.validTo)}::date[]
      ) l(product, site, tier, component, kind, set_id, set_count, caveat, valid_from, valid_to)`.execute(
      work.tx,
    );
  }
}

const disclosureColumns = [
  "id",
  "contract_id",
  "title",
  "declared_by",
  "brand",
  "as_of",
  "received_on",
  "withdrawn_on",
  "withdrawn_reason",
  "format",
  "file_name",
  "truncated",
  "alternatives",
  "foreign_market",
  "notes",
  "link_notes",
  "recorded_at",
] as const;

export interface DisclosureRecord {
  id: string;
  contract_id: string;
  title: string;
  declared_by: string;
  brand: string | null;
  as_of: string | null;
  received_on: string;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
  format: string;
  file_name: string | null;
  truncated: boolean;
  alternatives: boolean;
  foreign_market: string | null;
  notes: string[];
  link_notes: string[];
  recorded_at: Date;
}

/** Disclosures of a contract, newest first. */
export async function findDisclosures(work: Work, contractId: string): Promise<DisclosureRecord[]> {
  return work.tx
    .selectFrom("disclosures")
    .select(disclosureColumns)
    .where("contract_id", "=", contractId)
    .where("organisation_id", "=", work.actor.organisationId)
    .orderBy("received_on", "desc")
    .orderBy("recorded_at", "desc")
    .orderBy("id")
    .execute();
}

export async function findDisclosure(
  work: Work,
  disclosureId: string,
): Promise<DisclosureRecord | undefined> {
  return work.tx
    .selectFrom("disclosures")
    .select(disclosureColumns)
    .where("id", "=", disclosureId)
    .where("organisation_id", "=", work.actor.organisationId)
    .executeTakeFirst();
}

export interface OutcomeCounts {
  read: number;
  accepted: number;
  corrected: number;
  rejected: number;
}

export async function countOutcomes(
  work: Work,
  disclosureIds: readonly string[],
): Promise<Map<string, OutcomeCounts>> {
  if (disclosureIds.length === 0) return new Map();
  const found = await sql<OutcomeCounts & { disclosure_id: string }>`
    select disclosure_id, count(*)::int as read, count(*) filter (where outcome = 'accepted')::int as accepted,
      count(*) filter (where outcome = 'corrected')::int as corrected, count(*) filter (where outcome = 'rejected')::int as rejected
    from disclosure_rows where disclosure_id = any(${disclosureIds}::uuid[]) group by disclosure_id`.execute(
    work.tx,
  );
  return new Map(found.rows.map(({ disclosure_id, ...counts }) => [disclosure_id, counts]));
}

export interface TakenRow extends DisclosureRow {
  readonly siteId: string | null;
  readonly band: MatchBand | null;
  readonly probability: number | null;
}

export async function findRows(work: Work, disclosureId: string): Promise<TakenRow[]> {
  const rows = await work.tx
    .selectFrom("disclosure_rows")
    .leftJoin(placedRows, "placed.row_id", "disclosure_rows.id")
    .selectAll("disclosure_rows")
    .select("placed.site_id as placed_site_id")
    .where("disclosure_id", "=", disclosureId)
    .where("organisation_id", "=", work.actor.organisationId)
    .orderBy("row_number")
    .execute();
  const siteIds = rows.flatMap((row) => row.placed_site_id ?? row.site_id ?? []);
  const leads = await findSurvivors(work.tx, [...new Set(siteIds)]);
  const siteOf = (id: string | null): string | null => (id === null ? null : (leads.get(id) ?? id));
  return rows.map((row) => ({
    row: row.row_number,
    // Outcome, band and tier were checked when the row was written.
    outcome: row.outcome as RowOutcome,
    name: row.name,
    address: row.address,
    country: row.country,
    flags: row.flags as RowFlag[],
    reason: row.reason,
    latitude: row.latitude,
    longitude: row.longitude,
    osId: row.os_id,
    product: row.product,
    component: row.component,
    tier: row.tier as Tier | null,
    raw: row.raw,
    siteId: siteOf(row.placed_site_id ?? row.site_id),
    band: row.match_band as MatchBand | null,
    probability: row.match_probability,
  }));
}

/** Where rows stand that were moved to another site. */
const placedRows = sql<{ row_id: string; site_id: string }>`private.placed_rows('infinity')`.as(
  "placed",
);

/** Rows of a disclosure that name something, as links are planned from them. */
export async function findRowsToLink(work: Work, disclosureId: string): Promise<PlacedRow[]> {
  const rows = await work.tx
    .selectFrom("disclosure_rows")
    .select([
      "flags",
      "product",
      "part_number",
      "component",
      "tier",
      "valid_from",
      "valid_to",
      sql<string | null>`coalesce(placed.site_id, disclosure_rows.site_id)`.as("site_id"),
    ])
    .leftJoin(placedRows, "placed.row_id", "disclosure_rows.id")
    .where("disclosure_id", "=", disclosureId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("outcome", "<>", "rejected")
    .where("name", "<>", "")
    .orderBy("row_number")
    .execute();
  return rows.map((row) => ({
    row: {
      // Flags and tier were checked when the row was written.
      flags: row.flags as RowFlag[],
      product: row.product,
      partNumber: row.part_number,
      component: row.component,
      tier: row.tier as Tier | null,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    },
    siteId: row.site_id,
    brandOnly: row.site_id === null,
  }));
}

/** Waits until nobody else plans links of the contract; holds others off until this transaction ends. */
export async function lockLinks(work: Work, contractId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`links ${contractId}`}, 0))`.execute(
    work.tx,
  );
}

/** Marks a disclosure that stands as withdrawn; false when it was withdrawn before. */
export async function markWithdrawn(
  work: Work,
  disclosureId: string,
  withdrawnOn: string,
  reason: string,
): Promise<boolean> {
  const changed = await work.tx
    .updateTable("disclosures")
    .set({ withdrawn_on: withdrawnOn, withdrawn_reason: reason })
    .where("id", "=", disclosureId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("withdrawn_on", "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** A disclosure that stands without a link, with what was said of it. */
export interface UnlinkedDisclosure {
  readonly id: string;
  readonly title: string;
  readonly brand: string | null;
  readonly tier: Tier;
  readonly kind: "one_of" | "confirmed" | null;
  readonly read: Pick<
    ReadDisclosure,
    "format" | "alternatives" | "truncated" | "foreignMarket" | "brand"
  >;
}

/** Disclosures of a contract that stand, have no link, and of which nobody chose the products. Oldest first. */
export async function findUnlinked(work: Work, contractId: string): Promise<UnlinkedDisclosure[]> {
  const rows = await work.tx
    .selectFrom("disclosures")
    .select([
      "id",
      "title",
      "brand",
      "format",
      "alternatives",
      "truncated",
      "foreign_market",
      "stated_kind",
      sql<Tier>`stated_tier`.as("stated_tier"),
    ])
    .where("contract_id", "=", contractId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("withdrawn_on", "is", null)
    .where("stated_tier", "is not", null)
    .where("products_stated", "=", false)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("trace_links")
            .select("trace_links.id")
            .whereRef("trace_links.disclosure_id", "=", "disclosures.id"),
        ),
      ),
    )
    .orderBy("received_on")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    brand: row.brand,
    tier: row.stated_tier,
    // Check constraints hold both vocabularies.
    kind: row.stated_kind as UnlinkedDisclosure["kind"],
    read: {
      format: row.format as ReadDisclosure["format"],
      alternatives: row.alternatives,
      truncated: row.truncated,
      foreignMarket: row.foreign_market,
      brand: null,
    },
  }));
}

/** Replaces what linking had to say. */
export async function setLinkNotes(
  work: Work,
  disclosureId: string,
  notes: readonly string[],
): Promise<void> {
  await work.tx
    .updateTable("disclosures")
    .set({ link_notes: [...notes] })
    .where("id", "=", disclosureId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}
