-- Dialogue: a series is a table that both sides sit at (ADR 0041). Every row belongs to whoever wrote it; whoever sits at the
-- table reads what was put on it, and nothing else of the others.
--
--   series    meetings of buyers with one counterpart; its host made it
--   seat      a place at the table; its link opens it, and whoever opens or takes it over sits
--   sitting   that an organisation sits there now; each sees its own (the host those of its series), and every policy asks it
--   side      buyers or counterpart; a seat says which, and nobody changes it

create table dialogue_programmes (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  title text not null check (length(title) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 4000),
  hoped_outcome text not null default '' check (length(hoped_outcome) <= 4000),
  issues text[] not null default '{}',
  from_on date not null,
  until_on date,
  closed_on date,
  outcome text check (length(outcome) between 1 and 4000),
  invented boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  check (until_on is null or until_on >= from_on),
  check ((closed_on is null) = (outcome is null))
);
create index dialogue_programmes_by_time on dialogue_programmes (organisation_id, from_on desc, id desc);
call private.protect('dialogue_programmes');

create table dialogue_series (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  programme_id uuid,
  title text not null check (length(title) between 1 and 200),
  counterpart_name text not null check (length(counterpart_name) between 1 and 300),
  counterpart_role text not null check (counterpart_role in ('supplier', 'reseller', 'brand')),
  supplier_id uuid,
  basis text not null check (basis in ('contract', 'framework', 'group', 'shared_priorities')),
  basis_told text not null default '' check (length(basis_told) <= 2000),
  -- One or two, so that a meeting leads somewhere.
  issues text[] not null check (cardinality(issues) between 1 and 2),
  cpv text[] not null default '{}',
  cadence_months integer check (cadence_months between 1 and 60),
  lead_days integer not null default 10 check (lead_days between 0 and 90),
  language char(2) not null default 'en',
  time_zone text not null check (length(time_zone) between 1 and 60),
  protection text not null default '' check (length(protection) <= 2000),
  opened_on date not null,
  state text not null default 'open' check (state in ('open', 'paused', 'closed')),
  state_reason text check (length(state_reason) between 1 and 2000),
  closed_on date,
  invented boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, organisation_id),
  check ((state = 'closed') = (closed_on is not null)),
  check ((state = 'open') or (state_reason is not null)),
  foreign key (programme_id, organisation_id) references dialogue_programmes (id, organisation_id),
  foreign key (supplier_id, organisation_id) references suppliers (id, organisation_id)
);
comment on column dialogue_series.cpv is 'What it is about: while a procurement on it is live, the one-to-one channel is closed (2014/24/EU art. 18).';
comment on column dialogue_series.protection is 'How information given in it is protected, as told to both sides.';
create index dialogue_series_by_change on dialogue_series (organisation_id, updated_at desc, id desc);
create index dialogue_series_by_programme on dialogue_series (programme_id) where programme_id is not null;
create index dialogue_series_by_supplier on dialogue_series (supplier_id) where supplier_id is not null;

-- Ours alone: which contracts it is about.
create table series_contracts (
  organisation_id uuid not null,
  series_id uuid not null,
  contract_id uuid not null,
  primary key (organisation_id, series_id, contract_id),
  foreign key (series_id, organisation_id) references dialogue_series (id, organisation_id) on delete cascade,
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index series_contracts_by_contract on series_contracts (contract_id, series_id);
call private.protect('series_contracts');

create table dialogue_seats (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  series_id uuid not null,
  side text not null check (side in ('buyers', 'counterpart')),
  kind text not null check (kind in ('lead', 'joint', 'counterpart')),
  name text not null check (length(name) between 1 and 300),
  -- What a joint buyer may see; lead and counterpart see all that is on the table.
  sees text[] not null default '{meetings,minutes,commitments,feedback}' check (sees <@ '{meetings,minutes,commitments,feedback}'),
  offered_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (id, organisation_id),
  check ((side = 'counterpart') = (kind = 'counterpart')),
  foreign key (series_id, organisation_id) references dialogue_series (id, organisation_id) on delete cascade
);
comment on table dialogue_seats is 'Who is at the table, by name. Two competitors never sit at one: there is one counterpart.';
create unique index dialogue_seats_one_counterpart on dialogue_seats (organisation_id, series_id) where side = 'counterpart' and ended_at is null;
create unique index dialogue_seats_one_lead on dialogue_seats (organisation_id, series_id) where kind = 'lead';
create index dialogue_seats_by_series on dialogue_seats (series_id, offered_at, id);

-- How a seat is opened: link and code as for requests, and a word that whoever opens it first chooses.
create table dialogue_links (
  seat_id uuid primary key,
  organisation_id uuid not null,
  generation integer not null default 1 check (generation > 0),
  secret_hash text not null,
  to_address text check (length(to_address) between 3 and 320),
  expires_on date not null,
  -- When our own people were shown link and code: what is confirmed through it afterwards says so.
  shown_at timestamptz,
  ended_at timestamptz,
  taken_by uuid references organisations,
  constraint dialogue_links_secret unique (secret_hash),
  foreign key (seat_id, organisation_id) references dialogue_seats (id, organisation_id) on delete cascade
);
comment on index dialogue_links_secret is 'Random by design: hash of a secret and a code that the server derives from its own secret and the seat.';
comment on index dialogue_links_pkey is 'Random by design: ids of seats are made by the server.';
comment on column dialogue_links.to_address is 'Personal data, kept here and in mails only, erasable.';
call private.protect('dialogue_links');
create policy holder_sees on dialogue_links for select to throughline_app
  using (secret_hash = (select private.opened_request()) and ended_at is null);
create policy nobody_yet on dialogue_links as restrictive for insert to throughline_app
  with check (taken_by is null);
create policy holder_takes on dialogue_links for update to throughline_app
  using (secret_hash = (select private.opened_request()) and ended_at is null)
  with check (taken_by is null or taken_by = (select private.acting_organisation()));
create function private.link_stays() returns trigger
  language plpgsql as $$
begin
  if new.organisation_id is distinct from old.organisation_id or new.seat_id is distinct from old.seat_id then
    raise check_violation using message = 'A link stays with its seat.';
  end if;
  if old.organisation_id is distinct from private.acting_organisation()
    and (to_jsonb(new) - 'taken_by') is distinct from (to_jsonb(old) - 'taken_by') then
    raise check_violation using message = 'A link is changed by whoever made it.';
  end if;
  if old.organisation_id is not distinct from private.acting_organisation()
    and new.taken_by is distinct from old.taken_by and new.taken_by is not null then
    raise check_violation using message = 'A seat is taken by whoever opened it.';
  end if;
  -- Link and code alone take nobody's place: whoever sits there gets up first, or is made to by the host.
  if old.taken_by is not null and new.taken_by is distinct from old.taken_by
    and (new.taken_by is not null or private.acting_organisation() not in (old.taken_by, old.organisation_id)) then
    raise check_violation using message = 'Somebody sits there.';
  end if;
  return new;
end $$;
create trigger link_stays before update on dialogue_links
  for each row execute function private.link_stays();

-- Ours alone: which letters carry a seat's link and code.
create table seat_mails (
  organisation_id uuid not null,
  mail_id uuid not null,
  seat_id uuid not null,
  primary key (organisation_id, mail_id),
  foreign key (mail_id, organisation_id) references mails (id, organisation_id) on delete cascade,
  foreign key (seat_id, organisation_id) references dialogue_seats (id, organisation_id) on delete cascade
);
create index seat_mails_by_seat on seat_mails (seat_id);
call private.protect('seat_mails');

create table dialogue_sittings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  host_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  seat_id uuid not null references dialogue_seats on delete cascade,
  side text not null check (side in ('buyers', 'counterpart')),
  kind text not null check (kind in ('lead', 'joint', 'counterpart')),
  sees text[] not null,
  -- As the holder of link, code and word, or as an organisation whose members sign in.
  via text not null default 'account' check (via in ('account', 'link')),
  -- People of the host had been shown the link when it was taken: an account proves no more then than a link would.
  link_shown boolean not null default false,
  since timestamptz not null default now(),
  left_at timestamptz,
  unique (id, organisation_id),
  check ((side = 'counterpart') = (kind = 'counterpart'))
);
create unique index dialogue_sittings_standing on dialogue_sittings (organisation_id, series_id) where left_at is null;
create unique index dialogue_sittings_one_each on dialogue_sittings (seat_id) where left_at is null;
comment on index dialogue_sittings_standing is 'Guarded by design: as the index below; nobody changes whose a sitting is.';
comment on index dialogue_sittings_id_organisation_id_key is 'Random by design: ids of sittings are made by the server.';
comment on index dialogue_sittings_one_each is 'Guarded by design: who inserts must hold the seat''s link and code, or be its host.';
create index dialogue_sittings_by_host on dialogue_sittings (host_id, series_id) where left_at is null;

-- Whether the acting organisation made it. Asked under the asker's own row security.
create function private.hosts_series(looked_for uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (
    select from public.dialogue_series s
    where s.id = looked_for and s.organisation_id = (select private.acting_organisation())
  );
end $$;

-- Whether the acting organisation sits, or ever sat, at this table on another side than this one.
create function private.sat_on_other_side(looked_for uuid, this_side text) returns boolean
  language plpgsql stable as $$
begin
  return exists (
    select from public.dialogue_sittings s
    where s.series_id = looked_for and s.organisation_id = (select private.acting_organisation()) and s.side <> this_side
  );
end $$;

alter table dialogue_sittings enable row level security;
alter table dialogue_sittings force row level security;
create policy own_organisation on dialogue_sittings for select to throughline_app
  using (organisation_id = (select private.acting_organisation()));
create policy host_sees on dialogue_sittings for select to throughline_app
  using (host_id = (select private.acting_organisation()));
create policy sit_down on dialogue_sittings for insert to throughline_app
  with check (
    organisation_id = (select private.acting_organisation()) and left_at is null
    and (
      (kind = 'lead' and host_id = organisation_id and private.hosts_series(series_id) and exists (
        select from dialogue_seats t
        where t.id = dialogue_sittings.seat_id and t.series_id = dialogue_sittings.series_id and t.kind = 'lead'
          and t.organisation_id = dialogue_sittings.organisation_id
      ))
      or exists (
        select from dialogue_links l join dialogue_seats t on t.id = l.seat_id
        where l.secret_hash = (select private.opened_request()) and l.ended_at is null and l.expires_on >= current_date
          and l.taken_by = (select private.acting_organisation())
          and t.id = dialogue_sittings.seat_id and t.series_id = dialogue_sittings.series_id
          and t.organisation_id = dialogue_sittings.host_id and t.organisation_id <> dialogue_sittings.organisation_id
          and t.side = dialogue_sittings.side and t.kind = dialogue_sittings.kind and t.sees = dialogue_sittings.sees
          and t.ended_at is null
          and dialogue_sittings.link_shown = (l.shown_at is not null)
      )
    )
    -- Who spoke for one side would answer its own words from the other.
    and not private.sat_on_other_side(series_id, side)
  );
-- Whoever sits gets up; the host ends it and says what a joint buyer sees.
create policy get_up on dialogue_sittings for update to throughline_app
  using (organisation_id = (select private.acting_organisation()) and left_at is null)
  with check (organisation_id = (select private.acting_organisation()));
create policy host_keeps on dialogue_sittings for update to throughline_app
  using (host_id = (select private.acting_organisation()) and left_at is null)
  with check (host_id = (select private.acting_organisation()));
grant select, insert on dialogue_sittings to throughline_app;
grant update (left_at, sees, via) on dialogue_sittings to throughline_app;
create function private.sitting_stays() returns trigger
  language plpgsql as $$
begin
  if old.host_id is distinct from private.acting_organisation() and new.sees is distinct from old.sees then
    raise check_violation using message = 'What a seat sees is said by the host.';
  end if;
  if old.organisation_id is distinct from private.acting_organisation() and new.via is distinct from old.via then
    raise check_violation using message = 'How one sits there is one''s own.';
  end if;
  return new;
end $$;
create trigger sitting_stays before update on dialogue_sittings
  for each row execute function private.sitting_stays();

-- The word that whoever sits there without an account chose, so that link and code alone do not speak for them. The host
-- does not see even its hash.
create table dialogue_words (
  organisation_id uuid not null references organisations,
  seat_id uuid not null references dialogue_seats on delete cascade,
  -- Argon2id.
  word_hash text not null,
  chosen_at timestamptz not null default now(),
  primary key (organisation_id, seat_id)
);
call private.protect('dialogue_words');

-- Whether the acting organisation sits there now and may see `wanted`; null: anything.
create function private.sits_at(looked_for uuid, wanted text) returns boolean
  language sql stable
  return exists (
    select from public.dialogue_sittings s
    where s.series_id = looked_for and s.organisation_id = (select private.acting_organisation()) and s.left_at is null
      and (wanted is null or s.kind in ('lead', 'counterpart') or wanted = any (s.sees))
  );
create function private.side_at(looked_for uuid) returns text
  language sql stable
  return (
    select s.side from public.dialogue_sittings s
    where s.series_id = looked_for and s.organisation_id = (select private.acting_organisation()) and s.left_at is null
  );

alter table dialogue_series enable row level security;
alter table dialogue_series force row level security;
create policy own_organisation on dialogue_series to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (organisation_id = (select private.acting_organisation()));
create policy table_sees on dialogue_series for select to throughline_app
  using (private.sits_at(id, null));
-- A series is closed, never removed: what others said at its table would go with it.
grant select, insert, update on dialogue_series to throughline_app;

call private.protect('dialogue_seats');
-- A seat says which side, for good.
revoke update on dialogue_seats from throughline_app;
grant update (name, sees, ended_at) on dialogue_seats to throughline_app;
create policy table_sees on dialogue_seats for select to throughline_app
  using (private.sits_at(series_id, null));
create policy seat_is_seen on dialogue_words as restrictive for insert to throughline_app
  with check (exists (select from dialogue_seats t where t.id = dialogue_words.seat_id));
revoke update, delete on dialogue_words from throughline_app;
create policy link_holder_sees on dialogue_seats for select to throughline_app
  using (exists (
    select from dialogue_links l where l.seat_id = dialogue_seats.id and l.secret_hash = (select private.opened_request()) and l.ended_at is null
  ));

-- What one writes at a table: one's own while one sits there, read by all who sit there and may see it once it was put on it.
create procedure private.put_on_table(target regclass, wanted text)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_organisation on %s to throughline_app using (organisation_id = (select private.acting_organisation())) with check (organisation_id = (select private.acting_organisation()) and private.sits_at(series_id, %L))', target, wanted);
  execute format('create policy table_sees on %s for select to throughline_app using (shared_at is not null and private.sits_at(series_id, %L))', target, wanted);
  execute format('grant select, insert, update, delete on %s to throughline_app', target);
end $$;

-- Where a row says for which side it speaks, that is the side one sits on.
create procedure private.speak_for_own_side(target regclass, side_column name)
  language plpgsql as $$
begin
  execute format('create policy own_side_written on %s as restrictive for insert to throughline_app with check (%I = private.side_at(series_id))', target, side_column);
  execute format('create policy own_side_kept on %s as restrictive for update to throughline_app using (true) with check (%I = private.side_at(series_id))', target, side_column);
end $$;

-- The name on the seat one sits on.
create function private.name_at(looked_for uuid) returns text
  language sql stable
  return (
    select t.name from public.dialogue_sittings s join public.dialogue_seats t on t.id = s.seat_id
    where s.series_id = looked_for and s.organisation_id = (select private.acting_organisation()) and s.left_at is null
  );

-- One speaks under the name that stands on the seat, for good: the column is never granted for updating.
create procedure private.under_own_name(target regclass)
  language plpgsql as $$
begin
  execute format('create policy under_own_name on %s as restrictive for insert to throughline_app with check (told_by = private.name_at(series_id))', target);
end $$;

create table series_aims (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  side text not null check (side in ('buyers', 'counterpart')),
  -- The name on the seat it was said from, here and below.
  told_by text not null check (length(told_by) between 1 and 300),
  purpose text not null check (length(purpose) between 1 and 4000),
  hoped_outcome text not null check (length(hoped_outcome) between 1 and 4000),
  brings text not null default '' check (length(brings) <= 4000),
  sequence bigint generated always as identity,
  shared_at timestamptz not null,
  unique (id, organisation_id)
);
comment on table series_aims is 'What one side wants and brings. A later one takes the place of an earlier; none is changed.';
create index series_aims_by_series on series_aims (series_id, sequence);
call private.put_on_table('series_aims', null);
call private.speak_for_own_side('series_aims', 'side');
call private.under_own_name('series_aims');
revoke update, delete on series_aims from throughline_app;

create table series_aim_agreements (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  aim_id uuid not null references series_aims on delete cascade,
  side text not null check (side in ('buyers', 'counterpart')),
  told_by text not null check (length(told_by) between 1 and 300),
  note text not null default '' check (length(note) <= 2000),
  shared_at timestamptz not null,
  unique (organisation_id, aim_id)
);
create index series_aim_agreements_by_aim on series_aim_agreements (aim_id);
call private.put_on_table('series_aim_agreements', null);
call private.speak_for_own_side('series_aim_agreements', 'side');
call private.under_own_name('series_aim_agreements');
-- One agrees to what the other side said at this very table.
create policy other_sides_aim on series_aim_agreements as restrictive for insert to throughline_app
  with check (exists (
    select from series_aims a
    where a.id = aim_id and a.series_id = series_aim_agreements.series_id and a.side <> series_aim_agreements.side and a.shared_at is not null
  ));
revoke update, delete on series_aim_agreements from throughline_app;

create table channel_closures (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  procurement_id uuid not null,
  -- What is public of it anyway.
  title text not null check (length(title) between 1 and 600),
  since date not null,
  until_on date,
  shared_at timestamptz not null,
  unique (id, organisation_id),
  foreign key (procurement_id, organisation_id) references procurements (id, organisation_id) on delete cascade
);
create unique index channel_closures_standing on channel_closures (organisation_id, series_id, procurement_id) where until_on is null;
create index channel_closures_by_series on channel_closures (series_id) where until_on is null;
call private.put_on_table('channel_closures', null);
create policy buyers_procure on channel_closures as restrictive for insert to throughline_app
  with check (private.side_at(series_id) = 'buyers');
-- A buyer who got up can lift nothing any more: the host does, so that the channel does not stay closed for good.
create policy host_lifts on channel_closures for update to throughline_app
  using (
    private.hosts_series(series_id) and not exists (
      select from dialogue_sittings s
      where s.series_id = channel_closures.series_id and s.organisation_id = channel_closures.organisation_id and s.left_at is null
    )
  )
  with check (private.hosts_series(series_id) and until_on is not null);
revoke update, delete on channel_closures from throughline_app;
grant update (until_on) on channel_closures to throughline_app;

create table dialogue_threads (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  title text not null check (length(title) between 1 and 200),
  kind text not null check (kind in ('traceability', 'remediation', 'transparency', 'buying_practice', 'other')),
  opened_on date not null,
  closed_on date,
  outcome text check (length(outcome) between 1 and 4000),
  shared_at timestamptz not null,
  version integer not null default 1,
  unique (id, organisation_id),
  check ((closed_on is null) = (outcome is null))
);
comment on table dialogue_threads is 'A topic that runs through several meetings.';
create index dialogue_threads_by_series on dialogue_threads (series_id, opened_on, id);
call private.put_on_table('dialogue_threads', null);
revoke update, delete on dialogue_threads from throughline_app;
grant update (title, kind, closed_on, outcome, version) on dialogue_threads to throughline_app;

-- Meetings --------------------------------------------------------------------------------------------------

create table meetings (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  series_id uuid not null,
  number integer not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  time_zone text not null check (length(time_zone) between 1 and 60),
  form text not null check (form in ('online', 'in_person', 'telephone')),
  place text not null default '' check (length(place) <= 1000),
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  planned_at timestamptz not null,
  -- When the other side was told of it first; null: nobody was.
  shared_at timestamptz,
  lead_days integer not null check (lead_days between 0 and 90),
  agenda_first_sent_at timestamptz,
  agenda_sent_at timestamptz,
  calendar_sequence integer not null default 0 check (calendar_sequence >= 0),
  -- Where the host put items that others set on the agenda: { item: place }.
  agenda_places jsonb not null default '{}',
  held_on date,
  -- Of meeting_people: whoever came, as the host noted it.
  came uuid[] not null default '{}',
  cancelled_at timestamptz,
  cancelled_reason text check (length(cancelled_reason) between 1 and 2000),
  minutes_first_sent_at timestamptz,
  version integer not null default 1,
  unique (id, organisation_id),
  unique (organisation_id, series_id, number),
  check ((state = 'held') = (held_on is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null and cancelled_reason is not null)),
  foreign key (series_id, organisation_id) references dialogue_series (id, organisation_id) on delete cascade
);
create index meetings_by_time on meetings (organisation_id, starts_at, id);
create index meetings_by_series on meetings (series_id, starts_at, id);
call private.put_on_table('meetings', 'meetings');
revoke update, delete on meetings from throughline_app;
grant update (title, starts_at, ends_at, time_zone, form, place, state, shared_at, lead_days, agenda_first_sent_at, agenda_sent_at, calendar_sequence, agenda_places, held_on, came, cancelled_at, cancelled_reason, minutes_first_sent_at, version) on meetings to throughline_app;

create function private.sees_meeting(looked_for uuid, at_table uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.meetings m where m.id = looked_for and m.series_id = at_table);
end $$;

-- A foreign key is looked up past row security: what is named must be seen by whoever names it, and be of this table.
create procedure private.of_a_meeting(target regclass)
  language plpgsql as $$
begin
  execute format('create policy meeting_is_seen on %s as restrictive for insert to throughline_app with check (meeting_id is null or private.sees_meeting(meeting_id, series_id))', target);
  execute format('create policy meeting_stays_seen on %s as restrictive for update to throughline_app with check (meeting_id is null or private.sees_meeting(meeting_id, series_id))', target);
end $$;

create function private.sees_thread(looked_for uuid, at_table uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.dialogue_threads t where t.id = looked_for and t.series_id = at_table);
end $$;

create table agenda_items (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  meeting_id uuid not null references meetings on delete cascade,
  side text not null check (side in ('buyers', 'counterpart')),
  -- The name of the organisation as the table sees it, here and below.
  told_by text not null check (length(told_by) between 1 and 300),
  position integer not null,
  source text not null check (source in ('break', 'expiring_evidence', 'unanswered_request', 'open_commitment', 'slipped_commitment', 'official_measure', 'question_pack', 'free')),
  title text not null check (length(title) between 1 and 300),
  detail text not null default '' check (length(detail) <= 8000),
  -- What the other side is asked to bring.
  brings text not null default '' check (length(brings) <= 2000),
  minutes integer check (minutes between 1 and 480),
  thread_id uuid references dialogue_threads on delete set null,
  shared_at timestamptz,
  removed_at timestamptz,
  unique (id, organisation_id)
);
create index agenda_items_by_meeting on agenda_items (meeting_id, position, id);
create index agenda_items_by_thread on agenda_items (thread_id) where thread_id is not null;
call private.put_on_table('agenda_items', 'meetings');
call private.speak_for_own_side('agenda_items', 'side');
call private.of_a_meeting('agenda_items');
call private.under_own_name('agenda_items');
create policy thread_is_seen on agenda_items as restrictive for insert to throughline_app
  with check (thread_id is null or private.sees_thread(thread_id, series_id));
create policy thread_stays_seen on agenda_items as restrictive for update to throughline_app
  using (true) with check (thread_id is null or private.sees_thread(thread_id, series_id));
-- What was put on the table is taken off it, not unsaid.
create policy draft_is_dropped on agenda_items as restrictive for delete to throughline_app
  using (shared_at is null);
revoke update on agenda_items from throughline_app;
grant update (position, source, title, detail, brings, minutes, thread_id, shared_at, removed_at) on agenda_items to throughline_app;

-- Ours alone: what on the line an item came from.
create table agenda_origins (
  organisation_id uuid not null,
  agenda_item_id uuid not null,
  contract_id uuid,
  break_id text,
  subject_kind text,
  subject_id text,
  primary key (organisation_id, agenda_item_id),
  foreign key (agenda_item_id, organisation_id) references agenda_items (id, organisation_id) on delete cascade,
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index agenda_origins_by_contract on agenda_origins (contract_id) where contract_id is not null;
call private.protect('agenda_origins');

-- The host asks for somebody by role; whoever comes is said by the side whose person it is.
create table meeting_people (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  meeting_id uuid not null references meetings on delete cascade,
  -- Whose person it is. Of the other side one names a role, and a role mailbox.
  side text not null check (side in ('buyers', 'counterpart')),
  told_by text not null check (length(told_by) between 1 and 300),
  -- Somebody by role whom the other side asked for, and whom this one answers.
  answers_id uuid references meeting_people on delete set null,
  -- A role first: "Head of responsible sourcing". Name and address are personal data, erasable.
  role_title text not null check (length(role_title) between 1 and 200),
  name text check (length(name) between 1 and 200),
  address text check (length(address) between 3 and 320),
  topics text[] not null default '{}',
  mandate text not null default 'unknown' check (mandate in ('unknown', 'can_decide', 'can_take_back', 'listens')),
  fit text not null default 'asked' check (fit in ('asked', 'confirmed', 'not_the_right_one')),
  fit_on date,
  erased_at timestamptz,
  shared_at timestamptz not null,
  version integer not null default 1,
  unique (id, organisation_id),
  check ((fit = 'asked') = (fit_on is null))
);
create index meeting_people_by_meeting on meeting_people (meeting_id, side, id);
create unique index meeting_people_answers on meeting_people (organisation_id, answers_id) where answers_id is not null;
call private.put_on_table('meeting_people', 'meetings');
call private.of_a_meeting('meeting_people');
create function private.sees_person(looked_for uuid, at_meeting uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.meeting_people p where p.id = looked_for and p.meeting_id = at_meeting);
end $$;
create policy speaks_for_itself on meeting_people as restrictive for insert to throughline_app
  with check (
    told_by = private.name_at(series_id) and (side = private.side_at(series_id) or (name is null and answers_id is null))
    and (answers_id is null or private.sees_person(answers_id, meeting_id))
  );
-- Who comes to a meeting that one was not told of says that there is one.
create policy meeting_is_known on meeting_people as restrictive for select to throughline_app
  using (organisation_id = (select private.acting_organisation()) or private.sees_meeting(meeting_id, series_id));
create policy names_its_own on meeting_people as restrictive for update to throughline_app
  using (true) with check (side = private.side_at(series_id) or name is null);
revoke update on meeting_people from throughline_app;
grant update (role_title, name, address, topics, mandate, fit, fit_on, erased_at, version) on meeting_people to throughline_app;

create table meeting_drafts (
  organisation_id uuid not null,
  meeting_id uuid not null,
  content jsonb not null,
  version integer not null default 1,
  saved_at timestamptz not null,
  primary key (organisation_id, meeting_id),
  foreign key (meeting_id, organisation_id) references meetings (id, organisation_id) on delete cascade
);
comment on table meeting_drafts is 'Minutes while they are written; nobody else sees them.';
call private.protect('meeting_drafts');

create table meeting_minutes (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  meeting_id uuid not null references meetings on delete cascade,
  revision integer not null check (revision > 0),
  content jsonb not null,
  shared_at timestamptz not null,
  unique (id, organisation_id),
  unique (meeting_id, revision),
  -- Its host writes the minutes of a meeting.
  foreign key (meeting_id, organisation_id) references meetings (id, organisation_id) on delete cascade
);
comment on table meeting_minutes is 'As they were sent. What is corrected is a revision of its own.';
comment on index meeting_minutes_meeting_id_revision_key is 'Guarded by design: who inserts must see the meeting and be its host.';
call private.put_on_table('meeting_minutes', 'minutes');
call private.of_a_meeting('meeting_minutes');
revoke update, delete on meeting_minutes from throughline_app;
create function private.may_reply(at_meeting uuid, to_revision integer) returns boolean
  language plpgsql stable as $$
begin
  return exists (
    select from public.meeting_minutes m
    where m.meeting_id = at_meeting and m.revision = to_revision and m.organisation_id <> (select private.acting_organisation())
  );
end $$;

create table minutes_replies (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  meeting_id uuid not null references meetings on delete cascade,
  revision integer not null check (revision > 0),
  side text not null check (side in ('buyers', 'counterpart')),
  told_by text not null check (length(told_by) between 1 and 300),
  kind text not null check (kind in ('confirmed', 'corrected')),
  text text not null default '' check (length(text) <= 8000),
  via text not null check (via in ('account', 'link')),
  -- The link was shown to people of the host before.
  link_shown boolean not null default false,
  sequence bigint generated always as identity,
  shared_at timestamptz not null,
  unique (id, organisation_id),
  check (kind = 'confirmed' or text <> '')
);
create index minutes_replies_by_meeting on minutes_replies (meeting_id, sequence);
call private.put_on_table('minutes_replies', 'minutes');
call private.speak_for_own_side('minutes_replies', 'side');
call private.of_a_meeting('minutes_replies');
call private.under_own_name('minutes_replies');
-- Nobody confirms minutes of its own.
create policy answers_anothers on minutes_replies as restrictive for insert to throughline_app
  with check (private.may_reply(meeting_id, revision));
revoke update, delete on minutes_replies from throughline_app;

create table meeting_feedback (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  meeting_id uuid not null references meetings on delete cascade,
  side text not null check (side in ('buyers', 'counterpart')),
  told_by text not null check (length(told_by) between 1 and 300),
  useful integer not null check (useful between 1 and 5),
  prepared integer not null check (prepared between 1 and 5),
  open_talk integer not null check (open_talk between 1 and 5),
  helped text not null default '' check (length(helped) <= 2000),
  change text not null default '' check (length(change) <= 2000),
  sequence bigint generated always as identity,
  shared_at timestamptz not null,
  unique (id, organisation_id)
);
comment on table meeting_feedback is 'What one side tells the other about the meeting. A later one takes the place of an earlier.';
create index meeting_feedback_by_meeting on meeting_feedback (meeting_id, sequence);
call private.put_on_table('meeting_feedback', 'feedback');
call private.speak_for_own_side('meeting_feedback', 'side');
call private.of_a_meeting('meeting_feedback');
call private.under_own_name('meeting_feedback');
create policy meeting_is_known on meeting_feedback as restrictive for select to throughline_app
  using (organisation_id = (select private.acting_organisation()) or private.sees_meeting(meeting_id, series_id));
revoke update, delete on meeting_feedback from throughline_app;

-- Ours alone: which letters left about a meeting.
create table meeting_mails (
  organisation_id uuid not null,
  meeting_id uuid not null,
  mail_id uuid not null,
  kind text not null check (kind in ('invitation', 'update', 'cancellation', 'minutes', 'reminder')),
  primary key (organisation_id, mail_id),
  foreign key (meeting_id, organisation_id) references meetings (id, organisation_id) on delete cascade,
  foreign key (mail_id, organisation_id) references mails (id, organisation_id) on delete cascade
);
create index meeting_mails_by_meeting on meeting_mails (meeting_id);
call private.protect('meeting_mails');

-- Ours alone: what the counterpart was reminded of, each thing once.
create table meeting_nudges (
  organisation_id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('minutes_to_confirm')),
  -- What it was about: a revision of the minutes.
  about integer not null,
  nudged_at timestamptz not null,
  mail_id uuid,
  primary key (organisation_id, meeting_id, kind, about),
  foreign key (meeting_id, organisation_id) references meetings (id, organisation_id) on delete cascade,
  foreign key (mail_id, organisation_id) references mails (id, organisation_id) on delete set null (mail_id)
);
create index meeting_nudges_by_mail on meeting_nudges (mail_id) where mail_id is not null;
call private.protect('meeting_nudges');

create table lessons (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  meeting_id uuid,
  title text not null check (length(title) between 1 and 200),
  text text not null check (length(text) between 1 and 8000),
  outcome text not null check (outcome in ('worked', 'worked_in_part', 'tried_and_dropped')),
  issues text[] not null default '{}',
  requirement text check (requirement ~ '^[a-z][a-z0-9_]{1,59}$'),
  visibility text not null default 'organisation' check (visibility in ('organisation', 'network')),
  -- Copied when it is given to the network.
  told_by text check (length(told_by) between 1 and 300),
  invented boolean not null default false,
  noted_on date not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  unique (id, organisation_id),
  check ((visibility = 'network') <= (told_by is not null))
);
create index lessons_by_time on lessons (organisation_id, noted_on desc, id desc);
create index lessons_of_network on lessons (noted_on desc, id desc) where visibility = 'network' and withdrawn_at is null;
call private.protect('lessons');
create policy network_sees on lessons for select to throughline_app
  using (visibility = 'network' and withdrawn_at is null and (select private.acting_organisation()) is not null);

-- Commitments -----------------------------------------------------------------------------------------------

create table commitments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  meeting_id uuid references meetings on delete set null,
  agenda_item_id uuid references agenda_items on delete set null,
  thread_id uuid references dialogue_threads on delete set null,
  number integer not null check (number > 0),
  debtor text not null check (debtor in ('buyers', 'counterpart')),
  debtor_name text not null check (length(debtor_name) between 1 and 300),
  debtor_role text check (length(debtor_role) between 1 and 200),
  about text check (length(about) between 1 and 300),
  made_at timestamptz not null,
  -- Drafted during the meeting, put on the table with the minutes.
  shared_at timestamptz,
  unique (id, organisation_id),
  unique (organisation_id, series_id, number)
);
create index commitments_by_series on commitments (series_id, made_at, id);
create index commitments_by_meeting on commitments (meeting_id) where meeting_id is not null;
call private.put_on_table('commitments', 'commitments');
call private.of_a_meeting('commitments');
create function private.sees_agenda_item(looked_for uuid, at_table uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.agenda_items i where i.id = looked_for and i.series_id = at_table);
end $$;
create policy topic_is_seen on commitments as restrictive for insert to throughline_app
  with check (
    (thread_id is null or private.sees_thread(thread_id, series_id))
    and (agenda_item_id is null or private.sees_agenda_item(agenda_item_id, series_id))
  );
-- What was put on the table stays there as it was: its acts are the other side's word, too.
revoke update, delete on commitments from throughline_app;
grant update (shared_at), delete on commitments to throughline_app;
create policy only_drafts_go on commitments as restrictive for delete to throughline_app using (shared_at is null);
create policy only_drafts_change on commitments as restrictive for update to throughline_app
  using (shared_at is null) with check (true);

-- Ours alone: the contract and the break it is for.
create table commitment_origins (
  organisation_id uuid not null,
  commitment_id uuid not null references commitments on delete cascade,
  contract_id uuid,
  break_id text,
  primary key (organisation_id, commitment_id),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index commitment_origins_by_contract on commitment_origins (contract_id) where contract_id is not null;
create function private.sees_commitment(looked_for uuid, at_table uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.commitments c where c.id = looked_for and (at_table is null or c.series_id = at_table));
end $$;
alter table commitment_origins enable row level security;
alter table commitment_origins force row level security;
create policy own_organisation on commitment_origins to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (organisation_id = (select private.acting_organisation()) and private.sees_commitment(commitment_id, null));
grant select, insert, update, delete on commitment_origins to throughline_app;

create table commitment_acts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  commitment_id uuid not null references commitments on delete cascade,
  side text not null check (side in ('buyers', 'counterpart')),
  kind text not null check (kind in ('made', 'corrected', 'postponed', 'confirmed', 'refused', 'fulfilled', 'accepted', 'disputed', 'released')),
  on_day date not null,
  what text check (length(what) between 1 and 2000),
  due_on date,
  reason text check (length(reason) between 1 and 2000),
  shown_by jsonb,
  via text not null check (via in ('account', 'link')),
  link_shown boolean not null default false,
  person_id uuid,
  -- The name of the organisation as the table sees it.
  told_by text not null default '' check (length(told_by) <= 300),
  sequence bigint generated always as identity,
  shared_at timestamptz,
  unique (id, organisation_id),
  check (kind = 'made' or shared_at is not null),
  check ((kind in ('made', 'corrected', 'postponed')) = (what is not null)),
  check (kind not in ('corrected', 'postponed', 'refused', 'disputed', 'released') or reason is not null)
);
comment on table commitment_acts is 'What a side said of a commitment. Never changed; the standing is folded from them (packages/dialogue).';
create index commitment_acts_by_commitment on commitment_acts (commitment_id, sequence);
call private.put_on_table('commitment_acts', 'commitments');
create policy under_own_name on commitment_acts as restrictive for insert to throughline_app
  with check (told_by in ('', private.name_at(series_id)));
create policy commitment_is_seen on commitment_acts as restrictive for insert to throughline_app
  with check (private.sees_commitment(commitment_id, series_id));
revoke update, delete on commitment_acts from throughline_app;
grant update (shared_at) on commitment_acts to throughline_app;
create policy only_drafts_change on commitment_acts as restrictive for update to throughline_app
  using (shared_at is null) with check (true);
create unique index commitment_acts_made_once on commitment_acts (commitment_id) where kind = 'made';
comment on index commitment_acts_made_once is 'Guarded by design: who inserts must see the commitment.';
-- Nobody confirms what its own side put forward, and nobody accepts its own side's word that it is done.
create function private.both_sides_speak() returns trigger
  language plpgsql as $$
declare
  put_forward_by text;
  owed_by text;
  made_by uuid;
  on_table boolean;
begin
  if new.side is distinct from private.side_at(new.series_id) or not private.sees_commitment(new.commitment_id, new.series_id) then
    raise insufficient_privilege using message = 'One speaks for the side one sits on.';
  end if;
  -- Both sides may speak at the same moment: one after the other.
  perform pg_advisory_xact_lock(hashtextextended(new.commitment_id::text, 28));
  select a.side into put_forward_by from public.commitment_acts a
    where a.commitment_id = new.commitment_id and a.kind in ('made', 'corrected', 'postponed')
    order by a.sequence desc limit 1;
  select c.debtor, c.organisation_id, c.shared_at is not null into owed_by, made_by, on_table
    from public.commitments c where c.id = new.commitment_id;
  if new.kind = 'made' and made_by is distinct from new.organisation_id then
    raise check_violation using message = 'A commitment is put forward by whoever recorded it.';
  end if;
  if new.shared_at is not null and not on_table then
    raise check_violation using message = 'Nothing is said of a draft.';
  end if;
  if new.kind in ('confirmed', 'refused') and new.side = put_forward_by then
    raise check_violation using message = 'What a side put forward is confirmed by the other.';
  end if;
  if new.kind in ('accepted', 'disputed', 'released') and new.side = owed_by then
    raise check_violation using message = 'Whether it was done is said by whoever it is owed to.';
  end if;
  if new.kind = 'fulfilled' and new.side is distinct from owed_by then
    raise check_violation using message = 'That it was done is said by whoever owes it.';
  end if;
  return new;
end $$;
create trigger both_sides_speak before insert on commitment_acts
  for each row execute function private.both_sides_speak();

create table obstacles (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  meeting_id uuid references meetings on delete set null,
  reported_by text not null check (reported_by in ('buyers', 'counterpart')),
  who text not null check (length(who) between 1 and 300),
  tier text,
  product text check (length(product) between 1 and 300),
  kind text not null check (kind in ('will_not_say', 'confidentiality', 'no_contract_with_them', 'does_not_know', 'law_forbids', 'other')),
  text text not null check (length(text) between 1 and 4000),
  reported_on date not null,
  resolved_on date,
  resolution text check (length(resolution) between 1 and 2000),
  shared_at timestamptz not null,
  version integer not null default 1,
  unique (id, organisation_id),
  check ((resolved_on is null) = (resolution is null))
);
comment on table obstacles is 'Who in the chain does not say what is asked, and why, as reported. Not a finding.';
create index obstacles_by_series on obstacles (series_id, reported_on desc, id desc);
call private.put_on_table('obstacles', 'meetings');
call private.speak_for_own_side('obstacles', 'reported_by');
call private.of_a_meeting('obstacles');

-- Ours alone: the request that was written because of it.
create table obstacle_requests (
  organisation_id uuid not null,
  obstacle_id uuid not null references obstacles on delete cascade,
  request_id uuid not null,
  primary key (organisation_id, obstacle_id, request_id),
  foreign key (request_id, organisation_id) references disclosure_requests (id, organisation_id) on delete cascade
);
call private.protect('obstacle_requests');
create policy obstacle_is_seen on obstacle_requests as restrictive for insert to throughline_app
  with check (exists (select from obstacles o where o.id = obstacle_requests.obstacle_id));
revoke update on obstacle_requests from throughline_app;

create table dialogue_comments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  series_id uuid not null references dialogue_series on delete cascade,
  subject_kind text not null check (subject_kind in ('series', 'meeting', 'commitment', 'obstacle')),
  subject_id uuid not null,
  text text not null check (length(text) between 1 and 4000),
  person_id uuid,
  -- The name of the organisation as the table sees it.
  told_by text not null check (length(told_by) between 1 and 300),
  written_at timestamptz not null,
  edited_at timestamptz,
  resolved_at timestamptz,
  removed_at timestamptz,
  -- Null: for our own people only.
  shared_at timestamptz,
  version integer not null default 1,
  unique (id, organisation_id)
);
create index dialogue_comments_by_subject on dialogue_comments (series_id, subject_kind, subject_id, written_at, id);
call private.put_on_table('dialogue_comments', 'meetings');
call private.under_own_name('dialogue_comments');
revoke update, delete on dialogue_comments from throughline_app;
grant update (text, edited_at, resolved_at, removed_at, version) on dialogue_comments to throughline_app;
