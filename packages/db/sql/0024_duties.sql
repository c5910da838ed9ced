-- What people record of the duties that conditions make due. The duties themselves are computed when read; a duty is
-- named by the contract it is due under and its key (condition, what is due, which occurrence). The condition may stand in
-- another organisation's framework, so events hang on the contract alone: they go with it, and stay when a clause is reworded.

create table duty_events (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  contract_id uuid not null,
  condition_id uuid not null,
  duty_key text not null check (length(duty_key) between 1 and 400),
  kind text not null check (kind in ('performed', 'achieved', 'planned', 'excused', 'taken_back')),
  happened_on date not null,
  until_day date,
  note text not null default '' check (length(note) <= 2000),
  takes_back uuid,
  sequence bigint generated always as identity,
  recorded_by uuid,
  recorded_at timestamptz not null,
  unique (id, organisation_id),
  check ((kind = 'taken_back') = (takes_back is not null)),
  check ((kind = 'planned') = (until_day is not null)),
  check (until_day >= happened_on),
  check (kind not in ('planned', 'excused', 'taken_back') or note <> ''),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade,
  foreign key (takes_back, organisation_id) references duty_events (id, organisation_id) on delete cascade
);
comment on table duty_events is 'Dated facts, never changed: what was wrong is taken back by an event of its own.';
create index duty_events_by_contract on duty_events (contract_id, sequence);
-- Taken back once; two who do it at the same moment do it once.
create unique index duty_events_taken_back on duty_events (organisation_id, takes_back) where takes_back is not null;
call private.protect('duty_events');
revoke update, delete on duty_events from throughline_app;

-- Who looks after a duty, said for that duty alone; the latest counts. Otherwise whoever follows up the clause does.
create table duty_owners (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  contract_id uuid not null,
  duty_key text not null check (length(duty_key) between 1 and 400),
  person_id uuid,
  role text check (length(role) between 1 and 200),
  sequence bigint generated always as identity,
  set_by uuid,
  set_at timestamptz not null,
  unique (id, organisation_id),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index duty_owners_by_contract on duty_owners (contract_id, sequence);
call private.protect('duty_owners');
revoke update, delete on duty_owners from throughline_app;

-- Each reminder once: the duty, the day it is about, and which of the three.
create table duty_reminders (
  organisation_id uuid not null,
  contract_id uuid not null,
  reminder_key text not null check (length(reminder_key) between 1 and 500),
  -- Null where there is nobody to write to; Today shows it all the same.
  mail_id uuid,
  reminded_on date not null,
  primary key (organisation_id, contract_id, reminder_key),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade,
  foreign key (mail_id, organisation_id) references mails (id, organisation_id) on delete set null (mail_id)
);
call private.protect('duty_reminders');
revoke update, delete on duty_reminders from throughline_app;

-- Calendar programs read these with nothing but the address. What was asked for is its hash; it reads that one row.
create function private.opened_calendar() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.calendar_hash', true), '');

create table calendar_feeds (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  person_id uuid not null,
  scope text not null check (scope in ('mine', 'organisation')),
  secret_hash text not null,
  made_at timestamptz not null,
  last_read_at timestamptz,
  revoked_at timestamptz,
  unique (id, organisation_id),
  constraint calendar_feeds_secret unique (secret_hash)
);
comment on column calendar_feeds.secret_hash is 'SHA-256 of the 32 random bytes in the address, which is shown once.';
comment on index calendar_feeds_secret is 'Random by design: hash of 32 random bytes made by the server.';
create index calendar_feeds_by_person on calendar_feeds (organisation_id, person_id) where revoked_at is null;
call private.protect('calendar_feeds');
create policy address_opens on calendar_feeds for select to throughline_app
  using (secret_hash = (select private.opened_calendar()) and revoked_at is null);
revoke update, delete on calendar_feeds from throughline_app;
grant update (last_read_at, revoked_at) on calendar_feeds to throughline_app;
