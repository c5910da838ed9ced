-- Procurements: criteria, clauses and promises of one tender, waivers of its mismatches, what was done to it, and the
-- contracts that came of it. Nothing here is visible to any other organisation.

create table procurements (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  reference text not null check (length(reference) between 1 and 120),
  title text not null check (length(title) between 1 and 400),
  ocid text,
  notice_id text,
  procedure text not null check (procedure in ('open', 'restricted', 'competitive_with_negotiation', 'competitive_dialogue', 'negotiated_without_call', 'innovation_partnership', 'mini_competition', 'other')),
  stage text not null default 'drafting' check (stage in ('drafting', 'published', 'evaluating', 'awarded', 'closed')),
  cpv text[] not null default '{}',
  value_minor bigint check (value_minor >= 0),
  currency char(3),
  country char(2),
  announced_on date,
  published_on date,
  deadline_on date,
  awarded_on date,
  expected_bidders text[] not null default '{}',
  -- Said by a person against the weighing, with the reason.
  risk_override text check (risk_override in ('high', 'medium', 'low', 'unknown')),
  risk_reason text check (length(risk_reason) between 1 and 2000),
  lots jsonb not null default '[]',
  hours_preparation numeric check (hours_preparation >= 0),
  hours_follow_up numeric check (hours_follow_up >= 0),
  framework_id uuid,
  -- The public notice it was read from, whole, with the fields nobody understood.
  notice jsonb,
  notice_read_on date,
  invented boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (organisation_id, reference),
  check ((value_minor is null) = (currency is null)),
  check ((risk_override is null) = (risk_reason is null)),
  check ((notice is null) = (notice_read_on is null)),
  check (stage = 'drafting' or published_on is not null),
  foreign key (framework_id, organisation_id) references framework_access (framework_id, organisation_id)
);
create index procurements_by_change on procurements (organisation_id, updated_at, id);
create index procurements_by_deadline on procurements (organisation_id, deadline_on, id);
create index procurements_by_title on procurements (organisation_id, lower(title), id);
create index procurements_by_ocid on procurements (organisation_id, ocid) where ocid is not null;
create index procurements_by_notice on procurements (organisation_id, notice_id) where notice_id is not null;
create index procurements_by_framework on procurements (framework_id) where framework_id is not null;

create table procurement_requirements (
  id uuid primary key default gen_random_uuid(),
  procurement_id uuid not null,
  organisation_id uuid not null,
  position integer not null,
  role text not null check (role in ('selection', 'technical', 'award', 'clause')),
  requirement text,
  requirement_version integer check (requirement_version > 0),
  place text not null default '',
  title text not null check (length(title) between 1 and 400),
  wording text not null default '',
  asked_values jsonb not null default '{}',
  lots text[] not null default '{}',
  weight numeric check (weight between 0 and 100),
  subject_matter_link text,
  labels text[] not null default '{}',
  equivalent_accepted boolean,
  announced boolean not null default false,
  follow_up jsonb,
  unique (id, organisation_id),
  foreign key (procurement_id, organisation_id) references procurements (id, organisation_id) on delete cascade
);
create index procurement_requirements_by_procurement on procurement_requirements (procurement_id, position);
create index procurement_requirements_by_key on procurement_requirements (organisation_id, requirement) where requirement is not null;

create table bid_promises (
  id uuid primary key default gen_random_uuid(),
  procurement_id uuid not null,
  organisation_id uuid not null,
  position integer not null,
  bidder text not null check (length(bidder) between 1 and 300),
  winning boolean not null default false,
  criterion_id uuid,
  requirement text,
  text text not null check (length(text) between 1 and 4000),
  promised_values jsonb not null default '{}',
  unique (id, organisation_id),
  foreign key (procurement_id, organisation_id) references procurements (id, organisation_id) on delete cascade,
  foreign key (criterion_id, organisation_id) references procurement_requirements (id, organisation_id) on delete set null (criterion_id)
);
create index bid_promises_by_procurement on bid_promises (procurement_id, position);
create index bid_promises_by_criterion on bid_promises (criterion_id) where criterion_id is not null;

create table alignment_waivers (
  id uuid primary key default gen_random_uuid(),
  procurement_id uuid not null,
  organisation_id uuid not null,
  -- Stays the same as long as the mismatch does; the waiver falls off when it changes.
  finding_key text not null check (length(finding_key) between 1 and 400),
  reason text not null check (length(reason) between 1 and 2000),
  waived_by uuid,
  waived_on date not null,
  withdrawn_by uuid,
  withdrawn_on date,
  unique (id, organisation_id),
  foreign key (procurement_id, organisation_id) references procurements (id, organisation_id) on delete cascade
);
create unique index alignment_waivers_standing on alignment_waivers (procurement_id, organisation_id, finding_key) where withdrawn_on is null;

-- What was done to a procurement. `before` is what it was, so that the latest act can be undone.
create table procurement_acts (
  id uuid primary key default gen_random_uuid(),
  procurement_id uuid not null,
  organisation_id uuid not null,
  sequence bigint generated always as identity,
  kind text not null,
  about jsonb not null default '{}',
  reason text check (length(reason) between 1 and 2000),
  before jsonb,
  version_after integer not null,
  done_by uuid,
  done_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  unique (id, organisation_id),
  foreign key (procurement_id, organisation_id) references procurements (id, organisation_id) on delete cascade
);
comment on column procurement_acts.before is 'The procurement as it was; null for an act that cannot be undone.';
create index procurement_acts_by_procurement on procurement_acts (procurement_id, sequence);

call private.protect('procurements');
call private.protect('procurement_requirements');
call private.protect('bid_promises');
call private.protect('alignment_waivers');
revoke update, delete on alignment_waivers from throughline_app;
grant update (withdrawn_by, withdrawn_on) on alignment_waivers to throughline_app;
call private.protect('procurement_acts');
revoke update, delete on procurement_acts from throughline_app;
grant update (undone_by, undone_at) on procurement_acts to throughline_app;

alter table contracts
  add column procurement_id uuid,
  add column procurement_lots text[] not null default '{}',
  add foreign key (procurement_id, organisation_id) references procurements (id, organisation_id) on delete set null (procurement_id);
create index contracts_by_procurement on contracts (procurement_id) where procurement_id is not null;

-- Conditions carry the version they were taken from, the values that have no column, and how they are followed up.
alter table conditions
  add column requirement_version integer check (requirement_version > 0),
  add column asked_values jsonb not null default '{}',
  add column follow_up jsonb;
comment on column conditions.follow_up is 'Ways, KPIs and evidence types; who does it stands in condition_people.';
create index conditions_by_requirement on conditions (organisation_id, requirement);

-- Apart from the condition, because whoever may call off from a framework reads its conditions, and not who here looks after them.
create table condition_people (
  condition_id uuid not null,
  organisation_id uuid not null,
  person_id uuid,
  role text check (length(role) between 1 and 200),
  hours_per_month numeric check (hours_per_month >= 0),
  primary key (condition_id, organisation_id),
  foreign key (condition_id, organisation_id) references conditions (id, organisation_id) on delete cascade
);
call private.protect('condition_people');
