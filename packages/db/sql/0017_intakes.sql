-- A list on its way in: read, its columns confirmed, its rows checked and looked at, then taken as a disclosure of a
-- contract or into the organisation's own record. Nothing of it shows anywhere else before it is taken.

create table intakes (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  target text not null check (target in ('contract', 'record')),
  contract_id uuid,
  -- What is said about the disclosure (contract); for the record, which delivery it is made for.
  about jsonb not null default '{}',
  title text not null check (length(title) between 1 and 300),
  -- Whose lists are remembered together: key of the declaring supplier, or empty for the own record.
  supplier_key text collate "C" not null default '',
  file_name text,
  media_type text not null,
  format text check (format in ('csv', 'xlsx', 'ods', 'label_text')),
  size_bytes bigint not null,
  sha256 text not null,
  state text not null check (state in ('reading', 'to_confirm', 'checking', 'to_review', 'taking', 'taken', 'cancelled', 'failed')),
  -- Goes on to the next step by itself as long as nothing needs a person.
  unattended boolean not null default false,
  sheets jsonb not null default '[]',
  proposals jsonb not null default '[]',
  mapping jsonb,
  mapping_from text check (mapping_from in ('person', 'certain', 'remembered')),
  -- Sheet whose rows are stored; null before any is.
  rows_sheet integer check (rows_sheet >= 0),
  -- What was read about the source as a whole: alternatives, cut off, market, brand (label text).
  about_source jsonb not null default '{}',
  notes text[] not null default '{}',
  -- The part of the step that runs, and the row number it goes on after: a worker that starts anew begins there.
  phase text not null default 'store' check (phase in ('store', 'check', 'compare', 'decide', 'place', 'screen', 'write', 'record')),
  after_row integer not null default 0,
  rows_total integer,
  rows_done integer not null default 0,
  -- When this worker began, and what was done before it: from both follow the rows a second.
  step_started_at timestamptz not null default now(),
  rows_done_before integer not null default 0,
  counts jsonb,
  findings jsonb not null default '{}',
  failure_code text,
  failure_detail text,
  -- The state it failed in; null where going on is of no use.
  failed_in text check (failed_in in ('reading', 'checking', 'taking')),
  disclosure_id uuid,
  result jsonb,
  cancel_requested_at timestamptz,
  created_by uuid,
  taken_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  version integer not null default 1,
  unique (id, organisation_id),
  check ((target = 'contract') = (contract_id is not null)),
  check ((state = 'failed') = (failure_code is not null)),
  check (failed_in is null or state = 'failed'),
  check ((state in ('taken', 'cancelled', 'failed')) = (finished_at is not null)),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade,
  foreign key (disclosure_id, organisation_id) references disclosures (id, organisation_id) on delete cascade
);
create index intakes_by_time on intakes (organisation_id, created_at desc, id desc);
create index intakes_by_contract on intakes (contract_id) where contract_id is not null;

create table intake_sources (
  intake_id uuid not null,
  organisation_id uuid not null,
  bytes bytea not null,
  primary key (intake_id, organisation_id),
  foreign key (intake_id, organisation_id) references intakes (id, organisation_id) on delete cascade
);

-- Read in pieces by the worker: compressed, each piece would cost the whole.
alter table intake_sources alter column bytes set storage external;

create table intake_rows (
  intake_id uuid not null,
  organisation_id uuid not null,
  row_number integer not null check (row_number > 0),
  cells jsonb not null,
  changes jsonb not null default '[]',
  outcome text check (outcome in ('accepted', 'corrected', 'rejected')),
  reading jsonb,
  checks text[] not null default '{}',
  notices jsonb not null default '[]',
  decision jsonb,
  decided_by uuid,
  primary key (intake_id, organisation_id, row_number),
  check ((outcome is null) = (reading is null)),
  foreign key (intake_id, organisation_id) references intakes (id, organisation_id) on delete cascade
);
comment on column intake_rows.reading is 'The CheckedRow that checking made of the cells, the decision and the notices. Null for headings and what stands above them.';
comment on column intake_rows.notices is 'What comparing the rows of the list told about this one.';
comment on table intake_rows is 'Rows of the sheet that is read. Once the list is taken only the rejected ones stay, to be sent back; the disclosure keeps all.';
create index intake_rows_by_outcome on intake_rows (intake_id, organisation_id, outcome, row_number);

-- What a filled-in workbook of the record says, as it was read: looked at beside the record, then taken.
create table intake_contents (
  intake_id uuid not null,
  organisation_id uuid not null,
  content jsonb not null,
  primary key (intake_id, organisation_id),
  foreign key (intake_id, organisation_id) references intakes (id, organisation_id) on delete cascade
);
call private.protect('intake_contents');

-- Which site a row was found to be, while the list is being taken. Narrow and apart, so that rows are not written anew.
create table intake_placements (
  intake_id uuid not null,
  organisation_id uuid not null,
  row_number integer not null,
  site_id uuid not null,
  band text not null check (band in ('same', 'review', 'new')),
  probability double precision,
  explanation jsonb,
  primary key (intake_id, organisation_id, row_number),
  foreign key (intake_id, organisation_id) references intakes (id, organisation_id) on delete cascade
);
create index intake_placements_by_site on intake_placements (site_id);
comment on table intake_placements is 'Emptied when the list is taken or given up.';

-- Sites that a list on its way in made: matched against, and shown to nobody, before the list is taken. Removed with it
-- when it is given up.
alter table sites add column pending_intake_id uuid;
alter table sites add foreign key (pending_intake_id, organisation_id) references intakes (id, organisation_id) on delete cascade;
create index sites_pending on sites (pending_intake_id) where pending_intake_id is not null;
comment on column sites.pending_intake_id is 'The list that made it and has not been taken yet; null for every site that is shown.';

-- Removing a site looks for what hangs on it; without these it would walk through the whole tables.
create index match_reviews_by_first_site on match_reviews (site_a);
create index match_reviews_by_second_site on match_reviews (site_b);
create index screenings_by_site on screenings (site_id);

-- Set within a transaction that places sites.
create function private.is_placing() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('app.placing', true), '') = 'on';
create policy pending_is_hidden on sites as restrictive to throughline_app
  using (pending_intake_id is null or (select private.is_placing()))
  with check (true);

-- Which column holds what, as somebody confirmed it for lists of one supplier with the same headings.
create table column_memories (
  organisation_id uuid not null references organisations,
  supplier_key text collate "C" not null,
  fingerprint text not null,
  mapping jsonb not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null default now(),
  primary key (organisation_id, supplier_key, fingerprint)
);

call private.protect('intakes');
call private.protect('intake_sources');
call private.protect('intake_rows');
call private.protect_site_reference('intake_placements', '{site_id}');
call private.protect('column_memories');

-- What rows say beyond their place. Kept so that products that come later can be linked by it.
alter table disclosure_rows
  add column part_number text,
  add column valid_from date,
  add column valid_to date,
  add column workers integer check (workers >= 0);
