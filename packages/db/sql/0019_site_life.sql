-- The life of a site: merged with another, split, its records moved, relocated, closed, reopened; each reversible.
--
-- Vocabulary
--   act        what a person did to sites, on a day, with a reason; undone by a later day, never removed
--   merge      two records are one site: the gone one leads to the kept one from a day on, until it is undone
--   survivor   where a site leads after all merges in force on a day; a site that leads nowhere is its own
--   group      a survivor with all sites that lead to it
--   placement  a record (row of a disclosure) or a trace link stands at another site than it was written for, since an act
--
-- References are not rewritten. Rows, links and screenings keep the site they were written for; every reader resolves
-- them through the functions below as of a day, so that a past line shows what was so then, and undoing is ending a fact.

create table site_acts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  sequence bigint generated always as identity,
  kind text not null check (kind in ('merge', 'split', 'move', 'relocate', 'close', 'reopen')),
  -- Of a merge the gone site; else the site it was done to.
  site_id uuid not null references sites on delete cascade,
  -- Of a merge the kept site; of the others the site the records or the site itself went to.
  other_id uuid references sites on delete cascade,
  from_day date not null,
  reason text check (length(reason) between 1 and 2000),
  -- The pair whose decision it follows from, and the bulk it was part of.
  review_id uuid,
  bulk_id uuid,
  made_site boolean not null default false,
  done_by uuid,
  done_at timestamptz not null,
  undone_by uuid,
  undone_on date,
  undone_at timestamptz,
  unique (id, organisation_id),
  check ((kind in ('close', 'reopen')) = (other_id is null)),
  check ((undone_on is null) = (undone_at is null)),
  foreign key (review_id, organisation_id) references match_reviews (id, organisation_id)
);
create index site_acts_by_site on site_acts (organisation_id, site_id, sequence);
create index site_acts_by_other on site_acts (organisation_id, other_id, sequence);
create index site_acts_by_review on site_acts (organisation_id, review_id) where review_id is not null;
create index site_acts_by_bulk on site_acts (organisation_id, bulk_id, sequence) where bulk_id is not null;
create index site_acts_of_site on site_acts (site_id);
create index site_acts_of_other on site_acts (other_id);

create table site_merges (
  act_id uuid not null,
  organisation_id uuid not null,
  gone_id uuid not null references sites on delete cascade,
  kept_id uuid not null references sites on delete cascade,
  from_day date not null,
  until_day date,
  shown boolean not null default false,
  primary key (act_id, organisation_id, gone_id),
  check (gone_id <> kept_id),
  check (until_day >= from_day),
  foreign key (act_id, organisation_id) references site_acts (id, organisation_id) on delete cascade
);
comment on table site_merges is 'In force at the end of a day: from_day <= day and not until_day <= day. Only standing sites are merged, so there are no circles.';
comment on column site_merges.shown is 'Both sites are the organisation''s own and published: the merge holds for everybody who reads the registry.';
create unique index site_merges_in_force on site_merges (organisation_id, gone_id) where until_day is null;
create index site_merges_by_gone on site_merges (organisation_id, gone_id);
create index site_merges_by_kept on site_merges (organisation_id, kept_id);
create index site_merges_shown_by_gone on site_merges (gone_id) where shown;
create index site_merges_shown_by_kept on site_merges (kept_id) where shown;
create index site_merges_of_gone on site_merges (gone_id);
create index site_merges_of_kept on site_merges (kept_id);

alter table trace_links add unique (id, organisation_id);
create index site_values_by_row on site_values (disclosure_row_id) where disclosure_row_id is not null;
create table site_placements (
  id uuid primary key default gen_random_uuid(),
  act_id uuid not null,
  organisation_id uuid not null,
  -- That of the act: the latest in force counts.
  sequence bigint not null,
  row_id uuid,
  -- A link several rows carry may stand at several sites after an act: one placement each.
  link_id uuid,
  site_id uuid not null references sites on delete cascade,
  from_day date not null,
  until_day date,
  check (num_nonnulls(row_id, link_id) = 1),
  check (until_day >= from_day),
  foreign key (act_id, organisation_id) references site_acts (id, organisation_id) on delete cascade,
  foreign key (row_id, organisation_id) references disclosure_rows (id, organisation_id) on delete cascade,
  foreign key (link_id, organisation_id) references trace_links (id, organisation_id) on delete cascade
);
create index site_placements_by_act on site_placements (act_id);
create index site_placements_by_row on site_placements (row_id, sequence) where row_id is not null;
create index site_placements_by_link on site_placements (link_id, sequence) where link_id is not null;
create index site_placements_by_site on site_placements (site_id);

call private.protect_site_reference('site_acts', '{site_id,other_id}');
revoke update, delete on site_acts from throughline_app;
grant update (undone_by, undone_on, undone_at) on site_acts to throughline_app;
call private.protect_site_reference('site_merges', '{gone_id,kept_id}');
revoke update, delete on site_merges from throughline_app;
grant update (until_day) on site_merges to throughline_app;
create policy shown_is_visible on site_merges for select to throughline_app using (shown);
call private.protect_site_reference('site_placements', '{site_id}');
revoke update, delete on site_placements from throughline_app;
grant update (until_day) on site_placements to throughline_app;

-- A pair that waits is settled by a merge of one of its sites (and asked anew between those that stand), and waits
-- again when the merge is undone.
alter table match_reviews
  add column settled_by uuid,
  add column opened_by uuid,
  add foreign key (settled_by, organisation_id) references site_acts (id, organisation_id),
  add foreign key (opened_by, organisation_id) references site_acts (id, organisation_id);
drop index match_reviews_open;
create index match_reviews_open on match_reviews (organisation_id, created_at) where decision is null and settled_by is null;
create index match_reviews_settled on match_reviews (settled_by) where settled_by is not null;
create index match_reviews_opened on match_reviews (opened_by) where opened_by is not null;

-- What is typed to find a gone site finds the kept one.
alter table site_keys add column lent boolean not null default false;
comment on column site_keys.lent is 'Key of a site that was merged into this one; made anew whenever the group changes.';

-- Resolving. Every function runs under the caller's row security. 'infinity' is today: what is in force now.
create function private.merges_in_force(day date) returns table (gone_id uuid, kept_id uuid)
  language sql stable parallel safe as $$
  select m.gone_id, m.kept_id from public.site_merges m
  where m.organisation_id = (select private.acting_organisation()) and m.from_day <= day and (m.until_day is null or m.until_day > day)
  union all
  -- What the keeper of the registry's sites says holds, unless one's own decision says otherwise.
  select m.gone_id, m.kept_id from public.site_merges m
  where m.shown and m.organisation_id <> (select private.acting_organisation()) and m.from_day <= day and (m.until_day is null or m.until_day > day)
    and not exists (
      select from public.site_merges o where o.organisation_id = (select private.acting_organisation())
        and o.gone_id = m.gone_id and o.from_day <= day and (o.until_day is null or o.until_day > day)
    )
$$;

-- Where those of the sites lead that lead somewhere else.
create function private.survivors_of(ids uuid[], day date) returns table (site_id uuid, survivor_id uuid)
  language sql stable parallel safe as $$
  with recursive walk as (
    select i.id as site_id, m.kept_id, 1 as steps from unnest(ids) i(id) join private.merges_in_force(day) m on m.gone_id = i.id
    union all
    select w.site_id, m.kept_id, w.steps + 1 from walk w join private.merges_in_force(day) m on m.gone_id = w.kept_id where w.steps < 100
  )
  select distinct on (w.site_id) w.site_id, w.kept_id from walk w order by w.site_id, w.steps desc
$$;

-- The groups of these survivors: each with itself and all that lead to it.
create function private.members_of(ids uuid[], day date) returns table (survivor_id uuid, site_id uuid)
  language sql stable parallel safe as $$
  with recursive walk as (
    select i.id as survivor_id, i.id as site_id, 0 as steps from unnest(ids) i(id)
    union all
    select w.survivor_id, m.gone_id, w.steps + 1 from walk w join private.merges_in_force(day) m on m.kept_id = w.site_id where w.steps < 100
  )
  select w.survivor_id, w.site_id from walk w
$$;

-- All sites of the groups that these sites belong to, each with its survivor; those of a group of one are left out.
create function private.groups_of(ids uuid[], day date) returns table (site_id uuid, survivor_id uuid)
  language sql stable parallel safe as $$
  select m.site_id, m.survivor_id
  from private.members_of(array(
    select distinct coalesce(s.survivor_id, i.id) from unnest(ids) i(id) left join private.survivors_of(ids, day) s on s.site_id = i.id
  ), day) m
  where m.site_id <> m.survivor_id
$$;

create function private.placed_rows(day date) returns table (row_id uuid, site_id uuid)
  language sql stable parallel safe as $$
  select p.row_id, p.site_id from public.site_placements p
  where p.row_id is not null and p.from_day <= day and (p.until_day is null or p.until_day > day)
    and not exists (
      select from public.site_placements q where q.row_id = p.row_id and q.sequence > p.sequence
        and q.from_day <= day and (q.until_day is null or q.until_day > day)
    )
$$;
create function private.placed_links(day date) returns table (link_id uuid, site_id uuid)
  language sql stable parallel safe as $$
  select p.link_id, p.site_id from public.site_placements p
  where p.link_id is not null and p.from_day <= day and (p.until_day is null or p.until_day > day)
    and not exists (
      select from public.site_placements q where q.link_id = p.link_id and q.sequence > p.sequence
        and q.from_day <= day and (q.until_day is null or q.until_day > day)
    )
$$;

-- Rows of disclosures that count at these survivors.
create function private.rows_at(ids uuid[], day date) returns table (site_id uuid, row_id uuid)
  language sql stable parallel safe as $$
  select m.survivor_id, r.id
  from private.members_of(ids, day) m join public.disclosure_rows r on r.site_id = m.site_id
  where not exists (select from private.placed_rows(day) p where p.row_id = r.id)
  union all
  select m.survivor_id, p.row_id from private.members_of(ids, day) m join private.placed_rows(day) p on p.site_id = m.site_id
$$;

-- Trace links that count at these survivors.
create function private.links_at(ids uuid[], day date) returns table (site_id uuid, link_id uuid)
  language sql stable parallel safe as $$
  select m.survivor_id, l.id
  from private.members_of(ids, day) m join public.trace_links l on l.site_id = m.site_id
  where not exists (select from private.placed_links(day) p where p.link_id = l.id)
  union
  select m.survivor_id, p.link_id from private.members_of(ids, day) m join private.placed_links(day) p on p.site_id = m.site_id
$$;

-- Survivors that rows or links of contracts point at.
create function private.sites_of_contracts(ids uuid[], day date) returns table (contract_id uuid, site_id uuid)
  language sql stable parallel safe as $$
  with said as (
    select l.contract_id, coalesce(p.site_id, l.site_id) as site_id
    from public.trace_links l left join private.placed_links(day) p on p.link_id = l.id
    where l.contract_id = any(ids) and l.site_id is not null
    union
    select d.contract_id, coalesce(p.site_id, r.site_id)
    from public.disclosures d join public.disclosure_rows r on r.disclosure_id = d.id left join private.placed_rows(day) p on p.row_id = r.id
    where d.contract_id = any(ids) and r.site_id is not null
  )
  select distinct said.contract_id, coalesce(s.survivor_id, said.site_id)
  from said left join private.survivors_of(array(select distinct o.site_id from said o), day) s on s.site_id = said.site_id
$$;

-- Pairs decided "same" before: the line read them as one, the smallest id standing for all. Each becomes a merge of the
-- day it was decided, ended on the day it was taken back.
do $$
declare
  decided record;
  a uuid;
  b uuid;
  up uuid;
  act uuid;
begin
  for decided in
    select d.*, r.site_a, r.site_b from match_decisions d
    join match_reviews r on r.id = d.review_id and r.organisation_id = d.organisation_id order by d.sequence
  loop
    update site_acts set undone_on = decided.decided_on, undone_at = decided.decided_on, undone_by = decided.decided_by
      where review_id = decided.review_id and organisation_id = decided.organisation_id and undone_on is null;
    update site_merges set until_day = decided.decided_on
      where until_day is null and act_id in (
        select id from site_acts where review_id = decided.review_id and organisation_id = decided.organisation_id
      );
    if decided.decision is distinct from 'same' then continue; end if;
    a := decided.site_a;
    b := decided.site_b;
    loop
      select kept_id into up from site_merges where organisation_id = decided.organisation_id and gone_id = a and until_day is null;
      exit when not found;
      a := up;
    end loop;
    loop
      select kept_id into up from site_merges where organisation_id = decided.organisation_id and gone_id = b and until_day is null;
      exit when not found;
      b := up;
    end loop;
    if a = b then continue; end if;
    insert into site_acts (organisation_id, kind, site_id, other_id, from_day, review_id, done_by, done_at)
      values (decided.organisation_id, 'merge', greatest(a, b), least(a, b), decided.decided_on, decided.review_id, decided.decided_by, decided.decided_on)
      returning id into act;
    insert into site_merges (act_id, organisation_id, gone_id, kept_id, from_day)
      values (act, decided.organisation_id, greatest(a, b), least(a, b), decided.decided_on);
  end loop;
end $$;
insert into site_keys (key, site_id, organisation_id, lent)
  select k.key, m.kept_id, m.organisation_id, true
  from site_merges m join site_keys k on k.site_id = m.gone_id join sites s on s.id = m.kept_id and s.organisation_id = m.organisation_id
  where m.until_day is null and k.key like 't:%'
  on conflict do nothing;

-- Hits as they count: at the survivor, and once where a measure meets several records of one site. What a person decided
-- comes before what waits.
create function private.standing_hits() returns table (hit_id uuid, site_id uuid)
  language sql stable parallel safe as $$
  with mine as (
    select h.id, h.site_id, h.measure_id, h.verdict from public.screening_hits h where h.organisation_id = (select private.acting_organisation())
  ), placed as (
    select m.*, coalesce(s.survivor_id, m.site_id) as survivor_id
    from mine m left join private.survivors_of(array(select distinct o.site_id from mine o), 'infinity') s on s.site_id = m.site_id
  )
  select distinct on (p.survivor_id, p.measure_id) p.id, p.survivor_id from placed p
  order by p.survivor_id, p.measure_id, case p.verdict when 'confirmed' then 0 when 'wrong_entity' then 1 else 2 end, (p.site_id = p.survivor_id) desc, p.id
$$;
