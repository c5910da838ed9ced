-- The supplier's own record, and the immutable copies of it that buyers hold.

create table record_sites (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  name text not null check (length(name) between 1 and 400),
  -- Small letters, single blanks: finds the row again when a list names it once more.
  row_key text collate "C" not null,
  address text check (length(address) <= 1000),
  country char(2),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  os_id text,
  workers integer check (workers >= 0),
  flags text[] not null default '{}',
  verification text not null default 'self_declared' check (verification in ('self_declared', 'documented', 'third_party_audited', 'worker_verified')),
  confirmed_on date,
  -- Set: released with this name for whoever keeps the identity, and without name and address.
  masked_as text check (length(masked_as) between 1 and 300),
  -- The release of somebody else this row was taken over from, and its key there.
  from_release_id uuid,
  from_key text,
  -- What was attested where the row came masked already.
  attested jsonb,
  position integer not null default 0,
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, organisation_id)
);
create index record_sites_by_position on record_sites (organisation_id, position, id) where removed_at is null;
create index record_sites_by_key on record_sites (organisation_id, row_key) where removed_at is null;

create table record_products (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  brand text not null check (length(brand) between 1 and 200),
  family text not null check (length(family) between 1 and 300),
  part_numbers text[] not null default '{}',
  removed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (id, organisation_id)
);
create unique index record_products_once on record_products (organisation_id, lower(brand), lower(family)) where removed_at is null;

create table record_links (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  product_id uuid not null,
  site_id uuid not null,
  tier text not null check (tier in ('raw_material_extraction', 'smelter_or_refiner', 'material', 'component', 'sub_assembly', 'final_assembly', 'logistics', 'repair_and_reuse', 'end_of_life')),
  component text not null default '' check (length(component) <= 120),
  kind text not null check (kind in ('confirmed', 'one_of_several')),
  valid_from date,
  valid_to date,
  unique (organisation_id, product_id, site_id, tier, component),
  check (valid_to is null or valid_from is null or valid_to >= valid_from),
  foreign key (product_id, organisation_id) references record_products (id, organisation_id) on delete cascade,
  foreign key (site_id, organisation_id) references record_sites (id, organisation_id) on delete cascade
);
create index record_links_by_site on record_links (site_id);

create table record_answers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  product_id uuid,
  answer text not null check (answer in ('asked_and_refused', 'cannot_because', 'shown_false')),
  said_by text check (length(said_by) <= 300),
  reason text not null check (length(reason) between 1 and 2000),
  document text check (length(document) <= 400),
  answered_on date not null,
  self_reported boolean not null default false,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  foreign key (product_id, organisation_id) references record_products (id, organisation_id) on delete cascade
);
create index record_answers_by_product on record_answers (product_id);

-- Which product of the record answers for which product that was asked about.
create table record_asked (
  organisation_id uuid not null references organisations,
  delivery_id uuid not null,
  asked_key text not null,
  product_id uuid not null,
  primary key (organisation_id, delivery_id, asked_key),
  foreign key (delivery_id, organisation_id) references request_progress (delivery_id, organisation_id) on delete cascade,
  foreign key (product_id, organisation_id) references record_products (id, organisation_id) on delete cascade
);

call private.protect('record_sites');
call private.protect('record_products');
call private.protect('record_links');
call private.protect('record_answers');
call private.protect('record_asked');

-- Names masked sites to a recipient: never leaves, so that a key can be traced back to a site by its owner alone.
create table record_keys (
  organisation_id uuid primary key references organisations,
  mask_key bytea not null check (length(mask_key) = 32)
);
call private.protect('record_keys');
revoke update, delete on record_keys from throughline_app;

-- Releases --------------------------------------------------------------------------------------------------

-- The share code that was typed; lets its holder see that one release.
create function private.opened_code() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.share_code', true), '');

create table releases (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  -- The request it answers; null for a release by share code alone.
  delivery_id uuid,
  recipient_id uuid references organisations,
  recipient_name text not null check (length(recipient_name) between 1 and 300),
  -- As the snapshot names it; stays known when the snapshot is not read any more.
  supplier_name text not null check (length(supplier_name) between 1 and 300),
  supplier_country char(2),
  supplier_invented boolean not null default false,
  number integer not null check (number > 0),
  -- Eight signs without look-alikes; typed by whoever was given it.
  code char(8) collate "C" not null check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
  on_behalf_of text check (length(on_behalf_of) <= 300),
  as_of date not null,
  expires_on date not null,
  digest text not null,
  sites integer not null,
  masked integer not null,
  products integer not null,
  answers integer not null,
  -- Products of the record that were chosen; none: everything.
  product_ids uuid[] not null default '{}',
  released_at timestamptz not null default now(),
  released_by uuid,
  superseded_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  unique (id, organisation_id),
  constraint releases_code unique (code),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (expires_on >= as_of)
);
comment on index releases_code is 'Random by design: share codes are made by the server, never taken from a caller.';
comment on column releases.digest is 'SHA-256 of the snapshot''s canonical JSON.';
create unique index releases_once on releases (organisation_id, coalesce(delivery_id::text, lower(recipient_name)), number);
create index releases_by_time on releases (organisation_id, released_at desc, id desc);
create index releases_by_recipient on releases (recipient_id, released_at desc, id desc) where recipient_id is not null;
create index releases_by_delivery on releases (delivery_id) where delivery_id is not null;

create table release_snapshots (
  release_id uuid primary key,
  organisation_id uuid not null,
  snapshot jsonb not null,
  foreign key (release_id, organisation_id) references releases (id, organisation_id)
);
comment on index release_snapshots_pkey is 'Guarded by design: written in the transaction that writes its release, whose id the server made.';

-- Who has seen a release: told to its owner. It is also what lets somebody who once opened it by its code find it again.
create table release_views (
  release_id uuid not null,
  organisation_id uuid not null references organisations,
  owner_id uuid not null,
  viewer_name text not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  times integer not null default 1,
  primary key (release_id, organisation_id),
  foreign key (release_id, owner_id) references releases (id, organisation_id)
);

alter table releases enable row level security;
alter table releases force row level security;
create policy own_organisation on releases to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (organisation_id = (select private.acting_organisation()));
create policy recipient_sees on releases for select to throughline_app
  using (recipient_id = (select private.acting_organisation()));
-- A code that was withdrawn or has expired opens nothing, like one that was never given.
create policy code_sees on releases for select to throughline_app
  using (code = (select private.opened_code()) and withdrawn_at is null and expires_on >= current_date);
create policy viewer_sees_again on releases for select to throughline_app
  using (exists (
    select from release_views v where v.release_id = releases.id and v.organisation_id = (select private.acting_organisation())
  ));
grant select, insert on releases to throughline_app;
grant update (superseded_at, withdrawn_at, withdrawn_reason) on releases to throughline_app;

alter table release_snapshots enable row level security;
alter table release_snapshots force row level security;
create policy own_organisation on release_snapshots to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (organisation_id = (select private.acting_organisation()));
-- Withdrawal and expiry stop the reading of what was released; that it was released stays known.
create policy holder_reads on release_snapshots for select to throughline_app
  using (exists (
    select from releases r where r.id = release_id and r.withdrawn_at is null and r.expires_on >= current_date
  ));
grant select, insert on release_snapshots to throughline_app;

-- Asked as a question of its own, under the asker's row security: a policy of views that named releases, whose policy
-- names views, would never end.
create function private.sees_release(release uuid, owner uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.releases r where r.id = release and r.organisation_id = owner);
end $$;

alter table release_views enable row level security;
alter table release_views force row level security;
create policy viewer_writes on release_views to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (
    organisation_id = (select private.acting_organisation())
    and private.sees_release(release_id, owner_id)
  );
create policy owner_sees on release_views for select to throughline_app
  using (owner_id = (select private.acting_organisation()));
grant select, insert on release_views to throughline_app;
grant update (last_seen_at, times) on release_views to throughline_app;

-- A disclosure that came as a release.
alter table disclosures drop constraint disclosures_format_check;
alter table disclosures add check (format in ('csv', 'xlsx', 'ods', 'label_text', 'form', 'release'));
alter table disclosures add column release_id uuid;
-- The disclosure of the newer release that took its place.
alter table disclosures add column replaced_by uuid;
alter table disclosures add foreign key (replaced_by, organisation_id) references disclosures (id, organisation_id) on delete set null (replaced_by);
create index disclosures_by_release on disclosures (release_id) where release_id is not null;
create policy release_it_sees on disclosures as restrictive to throughline_app
  using (true)
  with check (release_id is null or exists (select from releases r where r.id = release_id));
-- A row taken over from a release that the organisation may see.
create policy release_it_sees on record_sites as restrictive to throughline_app
  using (true)
  with check (from_release_id is null or exists (select from releases r where r.id = from_release_id));
-- A release answers a delivery that its owner may see, and goes to whoever made that request. Asked when it is made: it
-- must be possible to withdraw a release whose request is gone.
create policy delivery_it_sees on releases as restrictive for insert to throughline_app
  with check (
    delivery_id is null
    or exists (select from request_deliveries d where d.id = delivery_id and d.organisation_id = recipient_id)
  );
-- Without a request the recipient is whoever types the code.
alter table releases add check ((delivery_id is null) = (recipient_id is null));
