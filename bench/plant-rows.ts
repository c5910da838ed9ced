/** Plants large amounts of rows as the database's owner, for programs that measure. Everything planted is invented. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
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

/** Plants sites: most published by another organisation, some confidential to it, some the organisation's own. */
export async function plantSites(
  owner: pg.Client,
  organisationId: string,
  size: { published: number; others: number; own: number },
): Promise<void> {
  const other = await owner.query<{ id: string }>(
    "insert into organisations (name, invented) values ('Planted hub', true) returning id",
  );
  const otherId = other.rows[0]?.id;
  const batches: readonly [string, string | undefined, number, boolean][] = [
    ["P", otherId, size.published, true],
    ["X", otherId, size.others, false],
    ["O", organisationId, size.own, false],
  ];
  for (const [prefix, holder, count, published] of batches) {
    await owner.query(
      `insert into sites (organisation_id, public_id, name, name_key, address, country, precision, published_at, published_by)
       select $1, 'BENCH-' || $2::text || n, initcap(w) || ' Works ' || n, w || ' works ' || lpad(n::text, 8, '0'), n || ' Harbour Street', (array['CN','VN','TW','MY','MX','IN','BD'])[1 + n % 7], 'street',
         case when $4 then now() end, case when $4 then gen_random_uuid() end
       from (select n, (array['aurora','bridge','cedar','delta','ember','falcon','granite','harbour','indigo','juniper','kestrel','lotus'])[1 + (n * 2654435761 % 12)::int] as w from generate_series(1, $3::bigint) n) numbered`,
      [holder, prefix, count, published],
    );
  }
  await owner.query(
    `insert into site_keys (key, site_id, organisation_id, published)
     select 'w:' || split_part(name_key, ' ', 1), id, organisation_id, published_at is not null from sites where public_id like 'BENCH-%' and name_key like '% works %'`,
  );
  await owner.query("analyze");
}
