/** Reads the links of contracts in groups. Reads only; nothing else in the server reads so much at once. */
import type { Tx } from "@throughline/db";
import {
  tiers,
  traceLinkKinds,
  type IsoDate,
  type Tier,
  type TraceLinkKind,
} from "@throughline/domain";
import type { LinkGroup } from "@throughline/tracing";
import { sql } from "kysely";
import { numberIds, readWords, sayUuid, uuidWords, type NumberedIds } from "./number-ids.ts";

/** A group of links of one contract, its sites by their number. */
export interface NumberedLinkGroup extends LinkGroup {
  readonly contractId: string;
}

/** What links of one contract say but for product and site. */
interface LinkRow {
  readonly contract_id: string;
  readonly tier: Tier;
  readonly kind: TraceLinkKind;
  readonly component: string | null;
  readonly alternatives_id: string | null;
  readonly alternatives_count: number | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly disclosure_id: string | null;
  /** Link by link, in base64: the UUIDs of its product, of its site, and at final assembly its own. */
  readonly ids: string;
}

/**
 * Links of the contracts, grouped, each at the site where it stood on the day asked for. A contract may have 50,000: a row each costs the driver more than the rest of the
 * line together, so they travel as a few long texts of bytes, with only the ids somebody needs: the links' own at final
 * assembly, because facts point at those. Sites are numbered as they are met.
 */
export async function readLinkGroups(
  tx: Tx,
  contractIds: readonly string[],
  siteNumbers: NumberedIds,
  asOf: IsoDate,
): Promise<NumberedLinkGroup[]> {
  // The planner thinks of 8 kB a group and would sort on disk, which takes three times as long; it is a tenth of that.
  await sql`select set_config('work_mem', '128MB', true)`.execute(tx);
  const { rows } = await sql<LinkRow>`
    select contract_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id,
      encode(string_agg(
        uuid_send(product_line_id) || coalesce(uuid_send(coalesce(p.site_id, l.site_id)), ${sql.lit(nilUuid)}::bytea) || case when tier = 'final_assembly' then uuid_send(l.id) else '' end,
      ''), 'base64') as ids
    from trace_links l left join private.placed_links(${asOf}) p on p.link_id = l.id
    where contract_id = any(${[...contractIds]}::uuid[])
    group by contract_id, tier, kind, component, alternatives_id, alternatives_count, valid_from, valid_to, disclosure_id
  `.execute(tx);
  const productNumbers = numberIds();
  return rows.flatMap((row) =>
    cutRow(
      { ...row, tier: ownText(tiers, row.tier), kind: ownText(traceLinkKinds, row.kind) },
      productNumbers,
      siteNumbers,
    ),
  );
}

/** The vocabulary's own text instead of an equal one: comparing the two then takes no look at their letters. */
function ownText<T extends string>(vocabulary: readonly T[], text: T): T {
  return vocabulary.find((one) => one === text) ?? text;
}

/** Stands where a link names no site. */
const nilUuid = `\\x${"00".repeat(16)}`;

/** Cuts a row into groups, one for each product; links that name no site are groups of their own. */
function cutRow(
  row: LinkRow,
  productNumbers: NumberedIds,
  siteNumbers: NumberedIds,
): NumberedLinkGroup[] {
  const words = readWords(Buffer.from(row.ids, "base64"));
  const own = row.tier === "final_assembly";
  const step = (own ? 3 : 2) * uuidWords;
  const bySite: (OpenGroup | undefined)[] = [];
  const withoutSite: (OpenGroup | undefined)[] = [];
  const groups: NumberedLinkGroup[] = [];
  for (let at = 0; at < words.length; at += step) {
    const product = productNumbers.numberAt(words, at);
    const named = !isNil(words, at + uuidWords);
    const known = named ? bySite : withoutSite;
    let open = known[product];
    if (open === undefined) {
      open = { sites: [], links: [] };
      known[product] = open;
      groups.push(groupOf(row, productNumbers.ids[product] ?? "", named, open, words));
    }
    if (named) open.sites.push(siteNumbers.numberAt(words, at + uuidWords));
    if (own) open.links.push(at + 2 * uuidWords);
  }
  return groups;
}

/** A group while it is being filled: numbers of its sites, and where its links' own ids stand. */
interface OpenGroup {
  readonly sites: number[];
  readonly links: number[];
}

function isNil(words: Int32Array, at: number): boolean {
  return words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0;
}

function groupOf(
  row: LinkRow,
  productId: string,
  named: boolean,
  open: OpenGroup,
  words: Int32Array,
): NumberedLinkGroup {
  return {
    contractId: row.contract_id,
    productId,
    tier: row.tier,
    component: row.component,
    kind: row.kind,
    alternativesId: row.alternatives_id,
    alternativesCount: row.alternatives_count,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    disclosureId: row.disclosure_id,
    sites: named ? open.sites : null,
    linkIds: () => open.links.map((at) => sayUuid(words, at)),
  };
}
