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
  notes text[] not null default '{}',
  rows_total integer,
  rows_done integer not null default 0,
  step_started_at timestamptz not null default now(),
  counts jsonb,
  findings jsonb not null default '{}',
  failure_code text,
  failure_detail text,
  disclosure_id uuid,
  result jsonb,
  cancel_requested_at timestamptz,
  created_by uuid,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  version integer not null default 1,
  unique (id, organisation_id),
  check ((target = 'contract') = (contract_id is not null)),
  check ((state = 'failed') = (failure_code is not null)),
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

create table intake_rows (
  intake_id uuid not null,
  organisation_id uuid not null,
  row_number integer not null,
  cells text[] not null,
  changes text[] not null default '{}',
  outcome text check (outcome in ('accepted', 'corrected', 'rejected')),
  reading jsonb,
  checks text[] not null default '{}',
  decision jsonb,
  decided_by uuid,
  site_id uuid,
  placement jsonb,
  primary key (intake_id, organisation_id, row_number),
  check ((outcome is null) = (reading is null)),
  foreign key (intake_id, organisation_id) references intakes (id, organisation_id) on delete cascade
);
comment on column intake_rows.reading is 'The CheckedRow that checking made of the cells and the decision.';
comment on table intake_rows is 'Rows of the sheet that is read. Removed once the list is taken: the disclosure keeps them.';
create index intake_rows_by_outcome on intake_rows (intake_id, organisation_id, outcome, row_number);

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
call private.protect_site_reference('intake_rows', '{site_id}');
call private.protect('column_memories');
