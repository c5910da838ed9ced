/** Plants large amounts of rows as the database's owner, for programs that measure. Everything planted is invented. */
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeSiteId } from "@throughline/domain";
import { normaliseName } from "@throughline/matching";
import pg from "pg";

/** Opens the embedded database of a data folder as its owner. */
export async function openAsOwner(folder: string): Promise<pg.Client> {
  const host = readFileSync(join(folder, "socket-folder"), "utf8").trim();
  const owner = new pg.Client({ host, user: "postgres", database: "throughline" });
  await owner.connect();
  return owner;
}

/**
 * Plants a contract with products and links across tiers; gives its id. Every product has links at every tier, each to
 * another site, at most ten components, as a maker's list of parts has them.
 */
export async function plantLargeContract(
  owner: pg.Client,
  organisationId: string,
  size: { products: number; tiers: readonly string[]; links: number; sites: number },
): Promise<string> {
  const contract = await owner.query<{ id: string }>(
    `insert into contracts (organisation_id, kind, reference, title, cpv, value_minor, currency, starts_on, ends_on)
     values ($1, 'stand_alone', 'BENCH-LARGE', 'A large contract, planted to be measured', '{30213100}', 100000000, 'EUR', '2026-01-01', '2029-12-31') returning id`,
    [organisationId],
  );
  const contractId = contract.rows[0]?.id;
  if (contractId === undefined) throw new Error("The contract was not planted.");
  await owner.query(
    `insert into product_lines (contract_id, organisation_id, brand, family, part_number, quantity, value_minor, currency, position)
     select $1, $2, 'Brand ' || (n % 20), 'Family ' || n, 'PN-' || n, 10, 100000, 'EUR', n from generate_series(1, $3::int) n`,
    [contractId, organisationId, size.products],
  );
  const disclosure = await owner.query<{ id: string }>(
    `insert into disclosures (contract_id, organisation_id, title, declared_by, as_of, received_on, format)
     values ($1, $2, 'Planted list', 'Planted reseller', '2026-06-01', '2026-06-02', 'xlsx') returning id`,
    [contractId, organisationId],
  );
  await owner.query(
    `insert into sites (organisation_id, public_id, name, name_key, address, country, precision, legal_name)
     select $1, 'BENCH-L-' || n, 'Planted Works ' || n || ' Co., Ltd.', 'planted works ' || n, n || ' Mill Road, Town ' || (n % 100), (array['CN','VN','TW','MY','MX'])[1 + n % 5], 'street', true
     from generate_series(1, $2::int) n`,
    [organisationId, size.sites],
  );
  await owner.query(
    `with p as (select id, row_number() over (order by position) - 1 as n from product_lines where contract_id = $1),
          s as (select id, row_number() over (order by name_key) - 1 as n from sites where organisation_id = $2 and public_id like 'BENCH-L-%')
     insert into trace_links (contract_id, organisation_id, product_line_id, site_id, tier, component, kind, disclosure_id)
     select $1, $2, p.id, s.id, ($3::text[])[1 + turn % $4::int], case when turn % $4::int = $4::int - 1 then null else 'Component ' || turn % 10 end, 'confirmed', $5
     from generate_series(0, $6::int - 1) l
     cross join lateral (select l / $7::int as turn) turns
     join p on p.n = l % $7::int
     join s on s.n = (l % $7::int * 7919 + turn * 1013) % $8::int`,
    [
      contractId,
      organisationId,
      size.tiers,
      size.tiers.length,
      disclosure.rows[0]?.id,
      size.links,
      size.products,
      size.sites,
    ],
  );
  await owner.query("analyze");
  return contractId;
}

const beginnings = [
  "Au",
  "Bri",
  "Ce",
  "Del",
  "Em",
  "Fal",
  "Gra",
  "Har",
  "In",
  "Ju",
  "Kes",
  "Lo",
  "Mer",
  "Nor",
  "Or",
  "Pel",
  "Quin",
  "Ros",
  "Sil",
  "Tor",
];
const middles = [
  "ba",
  "con",
  "da",
  "fen",
  "gan",
  "lin",
  "mar",
  "non",
  "pol",
  "ran",
  "sen",
  "tal",
  "ver",
  "win",
  "xin",
  "yu",
  "zen",
  "ro",
  "li",
  "mo",
];
const trades = [
  "Electronics",
  "Precision",
  "Technology",
  "Garments",
  "Footwear",
  "Batteries",
  "Optics",
  "Circuits",
  "Plastics",
  "Motors",
  "Cables",
  "Displays",
];
const forms = [
  "Co., Ltd.",
  "Co., Ltd.",
  "Co., Ltd.",
  "Inc.",
  "Sdn. Bhd.",
  "S.A. de C.V.",
  "Pvt. Ltd.",
];
const countries = ["CN", "VN", "TW", "MY", "MX", "IN", "BD"];

/** Invented names with the words real lists share: all end in a legal form, a twelfth has one trade, a hundredth one town. */
export function inventSite(n: number): { name: string; address: string; country: string } {
  const mixed = Math.imul(n, 2_654_435_761) >>> 0;
  const pick = <T>(from: readonly T[], shift: number): T | undefined =>
    from[Math.floor(mixed / 7 ** shift) % from.length];
  const town = `Town${String.fromCodePoint(97 + (mixed % 10), 97 + (Math.floor(mixed / 13) % 10))}`;
  const maker = `${pick(beginnings, 1) ?? ""}${pick(middles, 3) ?? ""}${pick(middles, 5) ?? ""}`;
  return {
    name: `${maker} ${pick(trades, 2) ?? ""} (${town}) ${pick(forms, 4) ?? ""}`,
    address: `${n % 900} Harbour Street, ${town}`,
    country: pick(countries, 6) ?? "CN",
  };
}

const sitesAtOnce = 5000;

/**
 * Plants sites: most published by another organisation, some confidential to it, some the organisation's own. Nothing is checked
 * while they are planted.
 */
export async function plantSites(
  owner: pg.Client,
  organisationId: string,
  size: { published: number; others: number; own: number },
  invent: typeof inventSite = inventSite,
): Promise<void> {
  const other = await owner.query<{ id: string }>(
    "insert into organisations (name, invented) values ('Planted hub', true) returning id",
  );
  const otherId = other.rows[0]?.id ?? "";
  await owner.query("set session_replication_role = replica");
  await owner.query("set synchronous_commit = off");
  let planted = 0;
  for (const [holder, count, published] of [
    [otherId, size.published, true],
    [otherId, size.others, false],
    [organisationId, size.own, false],
  ] as const) {
    for (let start = 0; start < count; start += sitesAtOnce) {
      const sites = Array.from({ length: Math.min(sitesAtOnce, count - start) }, (_, index) =>
        invent(planted + index),
      );
      await plantBatch(owner, holder, published, sites);
      planted += sitesAtOnce;
    }
  }
  // No trigger ran: as many changes as there are sites, so that what is kept of them in memory is built anew.
  await owner.query(
    "insert into site_changes (site_id, organisation_id, published) select id, organisation_id, published_at is not null from sites",
  );
  await owner.query("reset session_replication_role");
  // What autovacuum does on a server that runs: index entries are then read without their rows.
  await owner.query("vacuum analyze");
}

async function plantBatch(
  owner: pg.Client,
  holder: string,
  published: boolean,
  invented: readonly ReturnType<typeof inventSite>[],
): Promise<void> {
  const sites = invented.map((site) => ({
    id: randomUUID(),
    publicId: makeSiteId(randomBytes(9)),
    ...site,
  }));
  await owner.query(
    `insert into sites (id, organisation_id, public_id, name, name_key, address, country, precision, published_at, published_by)
     select s.id, $1, s.public_id, s.name, s.name_key, s.address, s.country, 'street', case when $2 then now() end, case when $2 then gen_random_uuid() end
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) s(id, public_id, name, name_key, address, country)`,
    [
      holder,
      published,
      sites.map(({ id }) => id),
      sites.map(({ publicId }) => publicId),
      sites.map(({ name }) => name),
      sites.map(({ name }) => normaliseName(name)),
      sites.map(({ address }) => address),
      sites.map(({ country }) => country),
    ],
  );
}
