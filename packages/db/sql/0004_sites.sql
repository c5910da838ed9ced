-- Sites, what was said about them, and what links them to products.
--
-- Scope before registry: a site belongs to the organisation in whose disclosure it became known. Nobody else sees
-- it, matches against it or counts it until a named person publishes it (published_at). Blocking keys carry the
-- same scope, so the matcher cannot learn of a site its caller may not see.

create table sites (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  -- Our printed id with check character; random, so that it says nothing about order or number.
  public_id text not null unique,
  name text not null check (length(name) between 1 and 400),
  -- Normalised name, for sorting and type-ahead by range (leakproof operators only).
  name_key text collate "C" not null,
  address text,
  country char(2),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  precision text not null default 'none' check (precision in ('none', 'country', 'region', 'locality', 'street')),
  verification text not null default 'self_declared' check (verification in ('self_declared', 'documented', 'third_party_audited', 'worker_verified')),
  legal_name boolean not null default false,
  os_id text,
  flags text[] not null default '{}',
  published_at timestamptz,
  published_by uuid,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  check ((published_at is null) = (published_by is null))
);
create index sites_own_by_name on sites (organisation_id, name_key, id);
create index sites_published_by_name on sites (name_key, id) where published_at is not null;
create unique index sites_os_id_within_scope on sites (organisation_id, os_id) where os_id is not null;

create table site_keys (
  key text collate "C" not null,
  site_id uuid not null,
  organisation_id uuid not null,
  published boolean not null default false,
  primary key (key, site_id),
  foreign key (site_id, organisation_id) references sites (id, organisation_id) on delete cascade
);
comment on table site_keys is 'Blocking keys of the matcher and words of the name (prefix w:), looked up by equality or range.';
create index site_keys_by_site on site_keys (site_id);

create table disclosures (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
  organisation_id uuid not null,
  title text not null,
  declared_by text not null,
  brand text,
  as_of date,
  received_on date not null,
  withdrawn_on date,
  format text not null check (format in ('csv', 'xlsx', 'label_text', 'form')),
  file_name text,
  truncated boolean not null default false,
  alternatives boolean not null default false,
  foreign_market char(2),
  notes text[] not null default '{}',
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (id, contract_id, organisation_id),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index disclosures_by_contract on disclosures (contract_id, received_on);

-- What was sent, byte for byte, so that nothing is lost by reading it.
create table disclosure_sources (
  disclosure_id uuid primary key,
  organisation_id uuid not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  foreign key (disclosure_id, organisation_id) references disclosures (id, organisation_id) on delete cascade
);

create table disclosure_rows (
  id uuid primary key default gen_random_uuid(),
  disclosure_id uuid not null,
  organisation_id uuid not null,
  row_number integer not null,
  outcome text not null check (outcome in ('accepted', 'corrected', 'rejected')),
  name text not null,
  address text not null,
  country char(2),
  flags text[] not null default '{}',
  reason text,
  raw text not null,
  product text,
  component text,
  tier text,
  site_id uuid references sites,
  match_band text check (match_band in ('same', 'review', 'new')),
  match_probability double precision,
  match_explanation jsonb,
  unique (id, organisation_id),
  unique (disclosure_id, row_number),
  check (outcome = 'accepted' or reason is not null),
  foreign key (disclosure_id, organisation_id) references disclosures (id, organisation_id) on delete cascade
);
create index disclosure_rows_by_site on disclosure_rows (site_id);

create table site_values (
  id uuid primary key default gen_random_uuid(),
  site_id uuid not null references sites on delete cascade,
  organisation_id uuid not null references organisations,
  field text not null check (field in ('name', 'address', 'country', 'coordinates', 'os_id')),
  value text not null,
  said_by text not null,
  source text not null,
  disclosure_row_id uuid,
  as_of date,
  verification text not null check (verification in ('self_declared', 'documented', 'third_party_audited', 'worker_verified')),
  recorded_at timestamptz not null default now(),
  foreign key (disclosure_row_id, organisation_id) references disclosure_rows (id, organisation_id) on delete cascade
);
comment on table site_values is 'Every value with who said it, in what, as of when. Conflicting values stand side by side.';
create index site_values_by_site on site_values (site_id, field, as_of);

create table match_reviews (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  site_a uuid not null references sites on delete cascade,
  site_b uuid not null references sites on delete cascade,
  probability double precision not null,
  explanation jsonb not null,
  decision text check (decision in ('same', 'different', 'unsure')),
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  unique (organisation_id, site_a, site_b),
  check (site_a < site_b),
  check ((decision is null) = (decided_at is null))
);
create index match_reviews_open on match_reviews (organisation_id, created_at) where decision is null;

create table trace_links (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
  organisation_id uuid not null,
  product_line_id uuid not null,
  site_id uuid references sites,
  tier text not null check (tier in ('raw_material_extraction', 'smelter_or_refiner', 'material', 'component', 'sub_assembly', 'final_assembly', 'logistics', 'repair_and_reuse', 'end_of_life')),
  component text,
  kind text not null check (kind in ('confirmed', 'one_of_n_possible', 'brand_level_only')),
  alternatives_id uuid,
  alternatives_count integer check (alternatives_count > 0),
  valid_from date,
  valid_to date,
  disclosure_id uuid,
  caveat text,
  recorded_at timestamptz not null default now(),
  check ((kind = 'one_of_n_possible') = (alternatives_id is not null)),
  check ((kind = 'one_of_n_possible') = (alternatives_count is not null)),
  check (kind = 'brand_level_only' or site_id is not null),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade,
  foreign key (product_line_id, contract_id, organisation_id) references product_lines (id, contract_id, organisation_id) on delete cascade,
  foreign key (disclosure_id, contract_id, organisation_id) references disclosures (id, contract_id, organisation_id) on delete cascade
);
create index trace_links_by_contract on trace_links (contract_id);
create index trace_links_by_site on trace_links (site_id);
create index trace_links_by_disclosure on trace_links (disclosure_id);

create table screenings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  site_id uuid not null references sites on delete cascade,
  list_id text not null,
  list_title text not null,
  list_edition text not null,
  partial boolean not null,
  status text not null check (status in ('hit', 'no_hit_on_partial_list', 'no_hit')),
  screened_on date not null,
  unique (id, organisation_id),
  check (status <> 'no_hit' or not partial)
);
create unique index screenings_once_a_day on screenings (organisation_id, site_id, list_id, list_edition, screened_on);

create table screening_hits (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  site_id uuid not null references sites on delete cascade,
  list_id text not null,
  measure_id text not null,
  entity text not null,
  measure text not null,
  effective_on date,
  matched_on text not null,
  explanation text not null,
  probability double precision not null,
  found_on date not null,
  verdict text not null default 'waiting' check (verdict in ('waiting', 'confirmed', 'wrong_entity')),
  verdict_reason text,
  verdict_by uuid,
  verdict_on date,
  unique (organisation_id, site_id, measure_id),
  check ((verdict = 'waiting') = (verdict_on is null))
);
comment on table screening_hits is 'One row per site and measure: a verdict once given is remembered and never asked again.';

call private.protect('sites');
create policy published_is_visible on sites for select to throughline_app using (published_at is not null);
call private.protect('site_keys');
create policy published_is_visible on site_keys for select to throughline_app using (published);

call private.protect('disclosures');
call private.protect('disclosure_sources');

-- A row that names a site names one its organisation can see: the subquery runs under the same row security.
create procedure private.protect_site_reference(target regclass, site_columns text[])
  language plpgsql as $$
declare
  column_name text;
  visible text := '';
begin
  foreach column_name in array site_columns loop
    visible := visible || format(' and (%I is null or exists (select from sites s where s.id = %I))', column_name, column_name);
  end loop;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_organisation on %s to throughline_app using (organisation_id = (select private.acting_organisation())) with check (organisation_id = (select private.acting_organisation())%s)',
    target, visible
  );
  execute format('grant select, insert, update, delete on %s to throughline_app', target);
end $$;
call private.protect_site_reference('disclosure_rows', '{site_id}');
call private.protect_site_reference('site_values', '{site_id}');
call private.protect_site_reference('match_reviews', '{site_a,site_b}');
call private.protect_site_reference('trace_links', '{site_id}');
call private.protect_site_reference('screenings', '{site_id}');
call private.protect_site_reference('screening_hits', '{site_id}');
