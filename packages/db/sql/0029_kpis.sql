-- KPIs of contracts: what applies besides what clauses name, what people entered, how it is rated, what was published.
--
-- Vocabulary
--   added KPI    one somebody added to a contract, from a day on, until a day
--   entry        a figure, a judgement, or that an earlier entry is taken back; never changed, replaced by name
--   bands        an organisation's names of the five ratings and where they begin
--   publication  the figures of a year as they were published: immutable; corrected by a later one, or withdrawn

create table contract_kpis (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  contract_id uuid not null,
  kpi text not null check (kpi ~ '^[A-Z][A-Z0-9]{0,19}$'),
  target double precision,
  target_words text check (length(target_words) between 1 and 400),
  every_months integer not null check (every_months between 1 and 60),
  reason text not null check (length(reason) between 1 and 2000),
  -- Member or role that follows up; both null: nobody.
  person_id uuid,
  role text check (length(role) between 1 and 200),
  from_day date not null,
  until_day date check (until_day >= from_day),
  end_reason text check (length(end_reason) between 1 and 2000),
  sequence bigint generated always as identity,
  added_by uuid,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  unique (id, organisation_id),
  check ((until_day is null) = (end_reason is null)),
  check ((until_day is null) = (ended_at is null)),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
comment on table contract_kpis is 'In force at the end of a day: from_day <= day and not until_day <= day.';
create index contract_kpis_by_contract on contract_kpis (contract_id, sequence);
call private.protect('contract_kpis');
revoke update, delete on contract_kpis from throughline_app;
grant update (until_day, end_reason, ended_by, ended_at) on contract_kpis to throughline_app;

create table kpi_entries (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  contract_id uuid not null,
  kpi text not null check (kpi ~ '^[A-Z][A-Z0-9]{0,19}$'),
  kind text not null check (kind in ('figure', 'judgement', 'taken_back')),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  numerator double precision,
  denominator double precision,
  value double precision,
  judgement text check (judgement in ('good', 'approaching_target', 'requires_improvement', 'inadequate', 'other')),
  note text not null default '' check (length(note) <= 2000),
  evidence_title text check (length(evidence_title) between 1 and 300),
  evidence_reference text not null default '' check (length(evidence_reference) <= 1000),
  replaces uuid,
  entered_on date not null,
  sequence bigint generated always as identity,
  entered_by uuid,
  entered_at timestamptz not null,
  unique (id, organisation_id),
  unique (id, contract_id, organisation_id),
  check ((kind = 'judgement') = (judgement is not null)),
  check (kind <> 'judgement' or note <> ''),
  check (kind <> 'taken_back' or (replaces is not null and note <> '')),
  check (kind = 'figure' or num_nonnulls(numerator, denominator, value) = 0),
  check (kind <> 'figure' or num_nonnulls(numerator, denominator, value) > 0),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade,
  -- What is replaced is of the same contract.
  foreign key (replaces, contract_id, organisation_id) references kpi_entries (id, contract_id, organisation_id) on delete cascade
);
comment on table kpi_entries is 'Dated facts, never changed: a correction is an entry that names the one it replaces.';
create index kpi_entries_by_contract on kpi_entries (contract_id, sequence);
-- Replaced once; two who do it at the same moment do it once.
create unique index kpi_entries_replaced on kpi_entries (organisation_id, replaces) where replaces is not null;
call private.protect('kpi_entries');
revoke update, delete on kpi_entries from throughline_app;

-- Duties to measure that an entry performed: taken back with it.
create table kpi_entry_duties (
  organisation_id uuid not null,
  entry_id uuid not null,
  duty_event_id uuid not null,
  primary key (organisation_id, entry_id, duty_event_id),
  foreign key (entry_id, organisation_id) references kpi_entries (id, organisation_id) on delete cascade,
  foreign key (duty_event_id, organisation_id) references duty_events (id, organisation_id) on delete cascade
);
create index kpi_entry_duties_by_event on kpi_entry_duties (organisation_id, duty_event_id);
call private.protect('kpi_entry_duties');
revoke update, delete on kpi_entry_duties from throughline_app;

create table kpi_bands (
  organisation_id uuid primary key references organisations,
  version integer not null default 1,
  scheme jsonb not null,
  set_by uuid,
  set_at timestamptz not null
);
comment on table kpi_bands is 'Absent: the ratings of regulation 39(5), Procurement Regulations 2024 (UK), under their own names.';
call private.protect('kpi_bands');
revoke delete on kpi_bands from throughline_app;

-- The publication somebody reads without signing in; it shows that one, and what corrects it.
create function private.opened_publication() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.publication_id', true), '')::uuid;

create table kpi_publications (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  -- What was published stays when the contract is removed.
  contract_id uuid,
  year integer not null check (year between 2000 and 2200),
  -- The exact text the digest is of.
  content text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  replaces uuid,
  published_by uuid,
  published_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 2000),
  unique (id, organisation_id),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete set null (contract_id),
  foreign key (replaces, organisation_id) references kpi_publications (id, organisation_id)
);
comment on table kpi_publications is 'Immutable but for a withdrawal, which leaves it marked. One a year and contract; another corrects it by name.';
-- A year that was withdrawn may be published anew.
create unique index kpi_publications_once on kpi_publications (organisation_id, contract_id, year) where replaces is null and withdrawn_at is null;
create unique index kpi_publications_replaced on kpi_publications (organisation_id, replaces) where replaces is not null;
create index kpi_publications_by_time on kpi_publications (organisation_id, published_at, id);
call private.protect('kpi_publications');
create policy anybody_reads_one on kpi_publications for select to throughline_app
  using (id = (select private.opened_publication()) or replaces = (select private.opened_publication()));
revoke update, delete on kpi_publications from throughline_app;
grant update (withdrawn_by, withdrawn_at, withdrawn_reason) on kpi_publications to throughline_app;

create function private.keep_withdrawn() returns trigger
  language plpgsql as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'A publication is withdrawn once.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger kpi_publications_withdrawn_once before update of withdrawn_at, withdrawn_reason, withdrawn_by on kpi_publications
  for each row execute function private.keep_withdrawn();
