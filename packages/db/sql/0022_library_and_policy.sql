-- The library as an organisation holds it, and its policy as a decision table. The canonical requirements are data of the
-- product, not rows here. Nothing that counted is overwritten: a change makes a new row, so both tables tell their history.

-- Made with the first requirement an organisation holds.
create table requirement_libraries (
  organisation_id uuid primary key references organisations,
  -- Stands in the URNs of own and adapted requirements and never changes once it is in one.
  short_name text not null check (short_name ~ '^[a-z0-9-]{1,40}$')
);
call private.protect('requirement_libraries');
revoke update, delete on requirement_libraries from throughline_app;

create table requirement_adoptions (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  key text not null check (key ~ '^[a-z][a-z0-9_]{1,59}$'),
  standing text not null check (standing in ('adopted', 'adapted', 'own')),
  -- Counts up with every change of one key; of an own requirement it is the version.
  number integer not null check (number > 0),
  urn text not null,
  base_urn text,
  base_version integer check (base_version > 0),
  house_values jsonb not null default '{}',
  wordings jsonb not null default '[]',
  -- The whole requirement, of an own one.
  content jsonb,
  reason text check (length(reason) between 1 and 2000),
  decided_by uuid,
  since date not null,
  until date,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (organisation_id, key, number),
  check ((standing = 'own') = (content is not null)),
  check ((standing = 'own') = (base_version is null)),
  check ((base_version is null) = (base_urn is null)),
  check (standing = 'adopted' or reason is not null),
  check (until >= since)
);
comment on column requirement_adoptions.house_values is 'What our house asks unless a place says otherwise.';
comment on column requirement_adoptions.until is 'Last day it counted; null for the one that counts.';
create unique index requirement_adoptions_current on requirement_adoptions (organisation_id, key) where until is null;
call private.protect('requirement_adoptions');
revoke update, delete on requirement_adoptions from throughline_app;
grant update (until) on requirement_adoptions to throughline_app;

-- One policy of an organisation; made on first use.
create table policies (
  organisation_id uuid primary key references organisations,
  title text not null check (length(title) between 1 and 200),
  currency char(3) not null,
  notice_months integer not null default 0 check (notice_months between 0 and 120),
  version integer not null default 1
);
call private.protect('policies');
revoke delete on policies from throughline_app;

create table policy_rows (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references policies,
  title text not null check (length(title) between 1 and 300),
  situation jsonb not null,
  role text not null check (role in ('selection', 'technical', 'award', 'clause')),
  requirement text not null,
  requirement_version integer check (requirement_version > 0),
  asked_values jsonb not null default '{}',
  follow_up jsonb,
  effective_from date not null,
  effective_to date,
  announced_on date,
  notice_months integer check (notice_months between 0 and 120),
  reason text not null default '' check (length(reason) <= 2000),
  proportionality text not null default '' check (length(proportionality) <= 2000),
  -- The row it took the place of.
  follows uuid,
  -- Last day the row before it had of its own; restored when this one is removed before it comes into force.
  follows_until date,
  made_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  check (effective_to >= effective_from),
  foreign key (follows, organisation_id) references policy_rows (id, organisation_id)
);
comment on column policy_rows.situation is 'When it fires: cpvPrefixes, risks, valueFrom, valueTo, countries, procedures, bidderRoles, sizes; empty or null is any.';
create index policy_rows_by_time on policy_rows (organisation_id, effective_from, id);
create index policy_rows_by_requirement on policy_rows (organisation_id, requirement, role, effective_from);
create unique index policy_rows_by_followed on policy_rows (organisation_id, follows) where follows is not null;
call private.protect('policy_rows');
