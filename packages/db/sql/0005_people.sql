-- Sealing what waits to be sealed, joining again after removal, the first organisation of an installation.

-- Audit entries that wait for their seal. An entry enters in the transaction that writes it, so one that commits late
-- is sealed late and never lost, and the sealer need not compare all entries with all seals.
create table audit_unsealed (
  organisation_id uuid not null references organisations,
  entry_id uuid not null,
  primary key (organisation_id, entry_id),
  foreign key (entry_id, organisation_id) references audit_entries (id, organisation_id)
);
comment on table audit_unsealed is 'Queue of the sealer. A row missing here is found by the sweep at start and by verification.';
alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
create policy own_organisation_reads on audit_unsealed for select to throughline_app
  using (organisation_id = (select private.acting_organisation()));
create policy own_organisation_appends on audit_unsealed for insert to throughline_app
  with check (organisation_id = (select private.acting_organisation()));
create policy invitee_appends on audit_unsealed for insert to throughline_app
  with check (
    exists (select from invitations i where i.token_hash = (select private.opened_invitation()) and i.organisation_id = audit_unsealed.organisation_id)
  );
create policy sealer_works on audit_unsealed to throughline_sealer using (true) with check (true);
grant select, insert on audit_unsealed to throughline_app;
grant select, insert, delete on audit_unsealed to throughline_sealer;

create function private.queue_for_sealing() returns trigger
  language plpgsql as $$
begin
  insert into public.audit_unsealed (organisation_id, entry_id) values (new.organisation_id, new.id);
  return null;
end $$;
create trigger audit_entry_waits after insert on audit_entries
  for each row execute function private.queue_for_sealing();

-- Someone who was removed (their key destroyed) and joins again by a new invitation gets a new key; what the old one
-- sealed stays unreadable.
create policy invitee_key_renewed on subject_keys for update to throughline_app
  using (
    subject_id = (select private.acting_person())
    and exists (select from invitations i where i.token_hash = (select private.opened_invitation()) and i.organisation_id = subject_keys.organisation_id)
  )
  with check (subject_id = (select private.acting_person()));

-- One row once an installation without demonstrations has decided its first organisation, so that a second start
-- (or a second server) prints a link to the same one.
create table auth.first_organisation (
  only_one boolean primary key default true check (only_one),
  organisation_id uuid not null default gen_random_uuid(),
  decided_at timestamptz not null default now()
);
alter table auth.first_organisation enable row level security;
alter table auth.first_organisation force row level security;
create policy login_only on auth.first_organisation to throughline_login using (true) with check (true);
grant select, insert on auth.first_organisation to throughline_login;

create index rate_limit_by_time on auth."rateLimit" ("lastRequest");
