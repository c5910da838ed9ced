-- What changed of sites, for the indexes that server processes keep beside the database (decision 0032).
--
-- Vocabulary
--   scope    whose sites an index holds: one organisation's own, or those that are published
--   change   a site of which a scope's index may be wrong since the transaction xid; no words, no values
--   variant  a name and address that rows of disclosures gave a site, beside its own
--
-- Written by trigger in the transaction of the fact. A reader takes everything that was not visible in the database
-- snapshot of its last reading, and reads those sites anew: right after a crash, a restart, with several processes.
-- Entries are removed after a week; an index that has not read for three days is built anew.

create table site_changes (
  site_id uuid not null,
  organisation_id uuid not null references organisations,
  -- The site is published, so what changed is public: the change counts for the scope of all.
  published boolean not null default false,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now()
);
comment on table site_changes is 'Which sites an index has to read anew. Written by triggers; says nothing of what they are called.';
create index site_changes_by_scope on site_changes (organisation_id, xid);
create index site_changes_published on site_changes (xid) where published;
call private.protect('site_changes');
revoke update on site_changes from throughline_app;
create policy published_is_visible on site_changes for select to throughline_app using (published);

-- Names a snapshot file that a server wrote of the published sites: a file whose token is not here, or is not the very
-- row it was, belongs to another or an older state of the database and is thrown away.
create table site_index_tokens (
  token uuid primary key default gen_random_uuid(),
  made_at timestamptz not null default now()
);
comment on table site_index_tokens is 'Random numbers that mean nothing: public by design.';
alter table site_index_tokens enable row level security;
alter table site_index_tokens force row level security;
create policy anybody_reads on site_index_tokens for select to throughline_app using (true);
create policy anybody_adds on site_index_tokens for insert to throughline_app with check (true);
create policy old_ones_go on site_index_tokens for delete to throughline_app using (made_at < now() - interval '7 days');
grant select, insert, delete on site_index_tokens to throughline_app;

-- The published sites by OS ID, without touching anybody's confidential one.
create index sites_published_by_os_id on sites (os_id) where published_at is not null and os_id is not null;

-- What rows of one organisation called sites, without walking over those of others.
create index disclosure_rows_by_organisation on disclosure_rows (organisation_id, site_id);

-- Sites. A masked one is in no index.
create function private.note_made_sites() returns trigger
  language plpgsql as $$
begin
  insert into site_changes (site_id, organisation_id, published)
    select id, organisation_id, published_at is not null from made where not flags @> '{identity_masked}';
  return null;
end $$;
create trigger sites_made after insert on sites referencing new table as made
  for each statement execute function private.note_made_sites();

create function private.note_changed_site() returns trigger
  language plpgsql as $$
begin
  insert into site_changes (site_id, organisation_id, published)
    values (old.id, old.organisation_id, old.published_at is not null or new.published_at is not null);
  return null;
end $$;
create trigger sites_changed after update on sites for each row
  when (
    (old.name, old.address, old.country, old.os_id, old.latitude, old.longitude, old.published_at)
      is distinct from (new.name, new.address, new.country, new.os_id, new.latitude, new.longitude, new.published_at)
    or (old.flags @> '{identity_masked}') <> (new.flags @> '{identity_masked}')
  )
  execute function private.note_changed_site();

create function private.note_removed_sites() returns trigger
  language plpgsql as $$
begin
  insert into site_changes (site_id, organisation_id, published)
    select id, organisation_id, published_at is not null from removed;
  return null;
end $$;
create trigger sites_removed after delete on sites referencing old table as removed
  for each statement execute function private.note_removed_sites();

-- Variants: only rows that say otherwise than the site itself, be it the organisation's own or a published one.
-- Sites that a list on its way in has made count too.
create function private.note_variants() returns trigger
  language plpgsql as $$
declare
  -- Set here: an owner that is no superuser may not have a function do it.
  before text := current_setting('app.placing', true);
begin
  perform set_config('app.placing', 'on', true);
  insert into site_changes (site_id, organisation_id)
    select distinct r.site_id, r.organisation_id from touched r join sites s on s.id = r.site_id
    where (r.name, nullif(r.address, '')) is distinct from (s.name, s.address);
  perform set_config('app.placing', coalesce(before, ''), true);
  return null;
end $$;
create trigger rows_added after insert on disclosure_rows referencing new table as touched
  for each statement execute function private.note_variants();
create trigger rows_removed after delete on disclosure_rows referencing old table as touched
  for each statement execute function private.note_variants();

-- A row that stands elsewhere since an act takes its name along.
create function private.note_placed_rows() returns trigger
  language plpgsql as $$
begin
  insert into site_changes (site_id, organisation_id)
    select distinct at.site_id, p.organisation_id
    from touched p
    cross join lateral (
      select p.site_id
      union select r.site_id from disclosure_rows r where r.id = p.row_id and r.site_id is not null
      union select o.site_id from site_placements o where o.row_id = p.row_id
    ) at
    where p.row_id is not null;
  return null;
end $$;
create trigger rows_placed after insert on site_placements referencing new table as touched
  for each statement execute function private.note_placed_rows();
create trigger rows_placed_back after update on site_placements referencing new table as touched
  for each statement execute function private.note_placed_rows();

-- A merge changes no record: whoever reads an index resolves what it names. Noted for what an index may order by it.
create function private.note_merges() returns trigger
  language plpgsql as $$
begin
  insert into site_changes (site_id, organisation_id, published)
    select m.gone_id, m.organisation_id, m.shown from touched m
    union all select m.kept_id, m.organisation_id, m.shown from touched m;
  return null;
end $$;
create trigger merges_made after insert on site_merges referencing new table as touched
  for each statement execute function private.note_merges();
create trigger merges_ended after update on site_merges referencing new table as touched
  for each statement execute function private.note_merges();

