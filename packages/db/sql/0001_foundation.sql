-- Vocabulary
--   owner    the role that runs migrations; owns every table; bound by row security too (FORCE)
--   login    the role the server connects as; NOINHERIT, may use the sign-in schema only
--   app      what withActor switches to inside a transaction; the only role that reaches the tables below
--   sealer   chains audit entries; reads audit entries of every organisation and writes seals, nothing else
--   scope    the organisation a row belongs to; app.organisation_id names the acting one for a transaction
--
-- Rule: every table here has row security enabled and forced, and either an organisation_id or the words
-- "public by design" in its comment. A generated test walks the catalogue and holds this.

do $$
begin
  if not exists (select from pg_roles where rolname = 'throughline_app') then
    create role throughline_app nologin noinherit nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'throughline_sealer') then
    create role throughline_sealer nologin noinherit nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'throughline_login') then
    create role throughline_login login noinherit nobypassrls;
  end if;
end $$;
grant throughline_app, throughline_sealer to throughline_login;

revoke create on schema public from public;
grant usage on schema public to throughline_app, throughline_sealer;

create schema private;
comment on schema private is 'Functions that migrations and policies use; no tables.';
grant usage on schema private to throughline_app, throughline_sealer;

-- The acting organisation. Policies call it as (select private.acting_organisation()) so that it runs once a query.
create function private.acting_organisation() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.organisation_id', true), '')::uuid;

create function private.acting_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;

-- Hash of the invitation link a person has opened; lets them see that one invitation and join by it.
create function private.opened_invitation() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.invitation_hash', true), '');

-- Puts a table whose rows belong to one organisation under forced row security and grants it to the app role.
create procedure private.protect(target regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_organisation on %s to throughline_app using (organisation_id = (select private.acting_organisation())) with check (organisation_id = (select private.acting_organisation()))',
    target
  );
  execute format('grant select, insert, update, delete on %s to throughline_app', target);
end $$;

-- Organisations -------------------------------------------------------------------------------------------

create table organisations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 300),
  country char(2),
  size_class text check (size_class in ('micro', 'small', 'medium', 'large')),
  foi_subject boolean,
  invented boolean not null default false,
  -- The hub operator that opened this workspace; null for the first one.
  opened_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
comment on table organisations is 'A workspace. Its own row is its scope: id is the organisation.';
comment on column organisations.size_class is 'Recommendation 2003/361/EC.';
comment on column organisations.foi_subject is 'Subject to freedom-of-information law; null when not said.';

create table members (
  organisation_id uuid not null references organisations,
  person_id uuid not null,
  role text not null check (role in ('owner', 'manager', 'contributor', 'reader')),
  name text not null,
  email text not null,
  joined_at timestamptz not null default now(),
  primary key (organisation_id, person_id)
);
comment on table members is 'People of an organisation. Name and e-mail are personal data, kept here only and erasable.';
create index members_by_person on members (person_id);

create table invitations (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  email text,
  role text not null check (role in ('owner', 'manager', 'contributor', 'reader')),
  token_hash text not null unique,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  unique (id, organisation_id)
);
comment on column invitations.token_hash is 'SHA-256 of the link''s secret; the secret itself is shown once and not kept.';

-- organisations: members see theirs; someone holding an invitation sees the one they are invited to.
alter table organisations enable row level security;
alter table organisations force row level security;
create policy own_organisation on organisations to throughline_app
  using (id = (select private.acting_organisation()))
  with check (id = (select private.acting_organisation()));
create policy member_sees on organisations for select to throughline_app
  using (exists (select from members m where m.organisation_id = organisations.id and m.person_id = (select private.acting_person())));
create policy invitee_sees on organisations for select to throughline_app
  using (exists (select from invitations i where i.organisation_id = organisations.id and i.token_hash = (select private.opened_invitation())));
grant select, insert, update on organisations to throughline_app;

call private.protect('members');
create policy own_memberships on members for select to throughline_app
  using (person_id = (select private.acting_person()));
create policy join_by_invitation on members for insert to throughline_app
  with check (
    person_id = (select private.acting_person())
    and exists (
      select from invitations i
      where i.token_hash = (select private.opened_invitation())
        and i.organisation_id = members.organisation_id
        and i.role = members.role
        and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    )
  );

call private.protect('invitations');
create policy invitee_sees on invitations for select to throughline_app
  using (token_hash = (select private.opened_invitation()));
create policy invitee_accepts on invitations for update to throughline_app
  using (token_hash = (select private.opened_invitation()))
  with check (token_hash = (select private.opened_invitation()) and accepted_by = (select private.acting_person()));

create table organisation_roles (
  organisation_id uuid not null references organisations,
  role text not null check (role in ('buyer', 'framework_authority', 'reseller', 'brand', 'site_operator', 'monitor', 'hub_operator')),
  primary key (organisation_id, role)
);
call private.protect('organisation_roles');
create policy member_sees on organisation_roles for select to throughline_app
  using (exists (select from members m where m.organisation_id = organisation_roles.organisation_id and m.person_id = (select private.acting_person())));

create table organisation_identifiers (
  organisation_id uuid not null references organisations,
  scheme text not null check (length(scheme) between 1 and 40),
  value text not null check (length(value) between 1 and 80),
  -- True when the scheme has a check digit and it was right; false when the scheme has none.
  check_digit_verified boolean not null,
  primary key (organisation_id, scheme, value)
);
call private.protect('organisation_identifiers');

-- Keys that personal data in immutable places is sealed under; destroying one erases what it sealed.
create table subject_keys (
  organisation_id uuid not null references organisations,
  subject_id uuid not null,
  key bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (organisation_id, subject_id),
  check ((key is null) = (destroyed_at is not null))
);
comment on table subject_keys is 'One key per organisation and person. key is null once destroyed: what it sealed is then unreadable for good.';
call private.protect('subject_keys');
create policy invitee_key on subject_keys for select to throughline_app
  using (subject_id = (select private.acting_person()));
create policy invitee_key_made on subject_keys for insert to throughline_app
  with check (
    subject_id = (select private.acting_person())
    and exists (select from invitations i where i.token_hash = (select private.opened_invitation()) and i.organisation_id = subject_keys.organisation_id)
  );

-- Audit ---------------------------------------------------------------------------------------------------

create table audit_entries (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('person', 'token', 'system')),
  actor_person_id uuid,
  token_id text,
  request_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  unique (id, organisation_id)
);
comment on table audit_entries is 'Append-only for the app role. Personal data inside before/after is sealed under subject_keys, never in clear.';
create index audit_entries_by_time on audit_entries (organisation_id, at desc, id desc);
create index audit_entries_by_subject on audit_entries (organisation_id, subject_kind, subject_id, at desc);

create table audit_seals (
  organisation_id uuid not null references organisations,
  sequence bigint not null check (sequence > 0),
  entry_id uuid not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null default now(),
  primary key (organisation_id, sequence),
  unique (organisation_id, entry_id),
  foreign key (entry_id, organisation_id) references audit_entries (id, organisation_id)
);
comment on table audit_seals is 'Hash chain per organisation: hash = SHA-256(previous_hash || canonical JSON of the entry).';

alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy own_organisation_reads on audit_entries for select to throughline_app
  using (organisation_id = (select private.acting_organisation()));
create policy own_organisation_appends on audit_entries for insert to throughline_app
  with check (organisation_id = (select private.acting_organisation()));
create policy invitee_appends on audit_entries for insert to throughline_app
  with check (
    actor_person_id = (select private.acting_person())
    and exists (select from invitations i where i.token_hash = (select private.opened_invitation()) and i.organisation_id = audit_entries.organisation_id)
  );
create policy sealer_reads on audit_entries for select to throughline_sealer using (true);
grant select, insert on audit_entries to throughline_app;
grant select on audit_entries to throughline_sealer;

alter table audit_seals enable row level security;
alter table audit_seals force row level security;
create policy own_organisation_reads on audit_seals for select to throughline_app
  using (organisation_id = (select private.acting_organisation()));
create policy sealer_works on audit_seals to throughline_sealer using (true) with check (true);
grant select on audit_seals to throughline_app;
grant select, insert on audit_seals to throughline_sealer;
