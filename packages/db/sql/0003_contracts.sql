-- Frameworks, call-offs and stand-alone contracts are rows of one table: each has a line, and a call-off
-- inherits its framework's conditions. References inside one organisation are composite foreign keys
-- (id, organisation_id), so that a row can only point inside its own organisation.

create table contracts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  kind text not null check (kind in ('framework', 'call_off', 'stand_alone')),
  framework_id uuid,
  lot_number text,
  reference text not null check (length(reference) between 1 and 120),
  title text not null check (length(title) between 1 and 400),
  ocid text,
  cpv text[] not null default '{}',
  value_minor bigint check (value_minor >= 0),
  currency char(3),
  awarded_on date,
  signed_on date,
  starts_on date,
  ends_on date,
  extension_decision_on date,
  follow_up_person_id uuid,
  follow_up_name text,
  follow_up_hours_per_month numeric(6, 1) check (follow_up_hours_per_month >= 0),
  known_countries text[] not null default '{}',
  components text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (organisation_id, reference),
  check ((value_minor is null) = (currency is null)),
  check ((kind = 'call_off') = (framework_id is not null)),
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
comment on column contracts.follow_up_name is 'Who follows up when that is not a member here: a role or mailbox.';
create index contracts_by_end on contracts (organisation_id, ends_on, id);
create index contracts_by_title on contracts (organisation_id, lower(title), id);

-- Which organisations may read a framework and call off from it. The authority has a row of its own.
create table framework_access (
  framework_id uuid not null,
  organisation_id uuid not null references organisations,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  primary key (framework_id, organisation_id),
  foreign key (framework_id, granted_by) references contracts (id, organisation_id) on delete cascade
);
comment on column framework_access.granted_by is 'The organisation that keeps the framework; the foreign key holds that it does.';
comment on column framework_access.organisation_id is 'Who may use it.';
create index framework_access_by_user on framework_access (organisation_id, framework_id);
alter table contracts
  add foreign key (framework_id, organisation_id) references framework_access (framework_id, organisation_id)
  deferrable initially immediate;

create table contract_lots (
  contract_id uuid not null,
  organisation_id uuid not null,
  number text not null,
  title text not null,
  cpv text[] not null default '{}',
  primary key (contract_id, number),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);

create table contract_parties (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('buyer', 'authority', 'supplier', 'brand')),
  name text not null check (length(name) between 1 and 300),
  country char(2),
  identifiers jsonb not null default '[]',
  invented boolean not null default false,
  position integer not null default 0,
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index contract_parties_by_contract on contract_parties (contract_id, role, position);

create table conditions (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
  organisation_id uuid not null,
  clause text not null,
  requirement text not null,
  summary text not null,
  due_days integer check (due_days > 0),
  due_from text check (due_from in ('award', 'signature', 'request', 'delivery')),
  refresh_every_months integer check (refresh_every_months > 0),
  gates_extension boolean not null default false,
  tiers text[] not null default '{}',
  components text[] not null default '{}',
  position integer not null default 0,
  unique (id, organisation_id),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index conditions_by_contract on conditions (contract_id, position);

create table product_lines (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
  organisation_id uuid not null,
  brand text not null check (length(brand) between 1 and 200),
  family text not null check (length(family) between 1 and 300),
  part_number text,
  quantity numeric(14, 2) check (quantity >= 0),
  value_minor bigint check (value_minor >= 0),
  currency char(3),
  cpv text,
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (id, contract_id, organisation_id),
  check ((value_minor is null) = (currency is null)),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index product_lines_by_contract on product_lines (contract_id, position, id);

create table disclosure_requests (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
  organisation_id uuid not null,
  addressee text not null,
  brand text,
  subject text not null,
  body text not null,
  drafted_by uuid,
  drafted_at timestamptz not null default now(),
  sent_on date,
  due_on date,
  sent_by uuid,
  unique (id, contract_id, organisation_id),
  check (due_on is null or sent_on is null or due_on >= sent_on),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index disclosure_requests_by_contract on disclosure_requests (contract_id, drafted_at);

create table request_products (
  request_id uuid not null,
  product_line_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  primary key (request_id, product_line_id),
  foreign key (request_id, contract_id, organisation_id) references disclosure_requests (id, contract_id, organisation_id) on delete cascade,
  foreign key (product_line_id, contract_id, organisation_id) references product_lines (id, contract_id, organisation_id) on delete cascade
);

create table disclosure_answers (
  id uuid primary key default gen_random_uuid(),
  contract_id uuid not null,
  organisation_id uuid not null,
  request_id uuid,
  answered_by text not null,
  brand text,
  -- Silence is not recorded: it follows from a due date that passed without an answer.
  answer text not null check (answer in ('disclosed', 'asked_and_refused', 'cannot_because', 'withdrawn', 'shown_false')),
  reason text,
  answered_on date not null,
  document text,
  self_reported boolean not null default false,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  unique (id, contract_id, organisation_id),
  check (answer <> 'cannot_because' or reason is not null),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade,
  foreign key (request_id, contract_id, organisation_id) references disclosure_requests (id, contract_id, organisation_id)
);
create index disclosure_answers_by_contract on disclosure_answers (contract_id, answered_on);

create table answer_products (
  answer_id uuid not null,
  product_line_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  primary key (answer_id, product_line_id),
  foreign key (answer_id, contract_id, organisation_id) references disclosure_answers (id, contract_id, organisation_id) on delete cascade,
  foreign key (product_line_id, contract_id, organisation_id) references product_lines (id, contract_id, organisation_id) on delete cascade
);

call private.protect('contracts');
create policy framework_users_read on contracts for select to throughline_app
  using (kind = 'framework' and exists (
    select from framework_access a where a.framework_id = contracts.id and a.organisation_id = (select private.acting_organisation())
  ));

alter table framework_access enable row level security;
alter table framework_access force row level security;
create policy keeper_manages on framework_access to throughline_app
  using (granted_by = (select private.acting_organisation()))
  with check (granted_by = (select private.acting_organisation()));
create policy user_sees on framework_access for select to throughline_app
  using (organisation_id = (select private.acting_organisation()));
grant select, insert, delete on framework_access to throughline_app;

call private.protect('contract_lots');
create policy framework_users_read on contract_lots for select to throughline_app
  using (exists (select from framework_access a where a.framework_id = contract_id and a.organisation_id = (select private.acting_organisation())));
call private.protect('contract_parties');
create policy framework_users_read on contract_parties for select to throughline_app
  using (role in ('authority', 'supplier') and exists (select from framework_access a where a.framework_id = contract_id and a.organisation_id = (select private.acting_organisation())));
call private.protect('conditions');
create policy framework_users_read on conditions for select to throughline_app
  using (exists (select from framework_access a where a.framework_id = contract_id and a.organisation_id = (select private.acting_organisation())));
call private.protect('product_lines');
call private.protect('disclosure_requests');
call private.protect('request_products');
call private.protect('disclosure_answers');
call private.protect('answer_products');
