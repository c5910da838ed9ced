-- What the application role may do beyond its organisation's rows, made as narrow as it is used.

-- Unique indexes are checked before foreign keys: see 0007. Every one of an organisation's table carries the
-- organisation, or is made of random values that only the server makes ("random by design" in its comment).
alter table contract_lots drop constraint contract_lots_pkey;
alter table contract_lots add primary key (contract_id, organisation_id, number);
alter table request_products drop constraint request_products_pkey;
alter table request_products add primary key (request_id, organisation_id, product_line_id);
alter table answer_products drop constraint answer_products_pkey;
alter table answer_products add primary key (answer_id, organisation_id, product_line_id);
comment on index sites_public_id_key is 'Random by design: printed ids are made by the server, never taken from a caller.';
comment on index invitations_token_hash_key is 'Random by design: hash of 32 random bytes made by the server.';

-- Row of framework_access belongs to who keeps the framework, and its key cannot carry that column (call-offs refer to
-- it by framework and user). So the framework is looked up, under the writer's own row security, before the key is.
create function private.require_own_framework() returns trigger
  language plpgsql as $$
begin
  if not exists (select from public.contracts c where c.id = new.framework_id and c.organisation_id = new.granted_by) then
    raise foreign_key_violation using message = 'There is no such framework of this organisation.';
  end if;
  return new;
end $$;
create trigger framework_is_own before insert on framework_access
  for each row execute function private.require_own_framework();
comment on index framework_access_pkey is 'Guarded by design: a trigger looks the framework up first.';

-- The holder of a link may join by it once and change nothing else of it, above all not the role. An invitation only
-- moves on: accepted or withdrawn once, its address erased, nothing ever taken back.
revoke update, delete on invitations from throughline_app;
grant update (email, accepted_at, accepted_by, revoked_at) on invitations to throughline_app;
drop policy invitee_accepts on invitations;
create policy invitee_accepts on invitations for update to throughline_app
  using (
    token_hash = (select private.opened_invitation())
    and accepted_at is null and revoked_at is null and expires_at > now()
  )
  with check (
    token_hash = (select private.opened_invitation())
    and accepted_by = (select private.acting_person())
    and revoked_at is null
  );
create function private.invitation_moves_on() returns trigger
  language plpgsql as $$
begin
  if (old.accepted_at is not null and (new.accepted_at, new.accepted_by) is distinct from (old.accepted_at, old.accepted_by))
    or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
    or (new.accepted_at is not null and new.revoked_at is not null)
    or (new.email is not null and new.email is distinct from old.email) then
    raise check_violation using message = 'An invitation is accepted or withdrawn once.';
  end if;
  return new;
end $$;
create trigger invitation_moves_on before update on invitations
  for each row execute function private.invitation_moves_on();

-- Joining again renews a key that was destroyed; one that lives stays.
drop policy invitee_key_renewed on subject_keys;
create policy invitee_key_renewed on subject_keys for update to throughline_app
  using (
    subject_id = (select private.acting_person()) and key is null
    and exists (select from invitations i where i.token_hash = (select private.opened_invitation()) and i.organisation_id = subject_keys.organisation_id)
  )
  with check (subject_id = (select private.acting_person()));

-- The instant of an audit entry is the database's, not the writer's.
revoke insert on audit_entries from throughline_app;
grant insert (organisation_id, actor_kind, actor_person_id, token_id, request_id, action, subject_kind, subject_id, before, after)
  on audit_entries to throughline_app;
