-- Forums: sessions under the Chatham House Rule. What was said is kept; who said it is never stored.
--
--   seat       an invitation of one person; what it took its ticket with is kept as a hash of the blinded ticket, which is
--              independent of the ticket (RFC 9474): it lets a lost answer be sent again and tells nothing
--   ticket     never stored
--   entry      has no author, no time and no number; its id is random, and another once the board is closed
--   nullifier  HMAC of ticket and entry under the board's own key
--
-- Rules that tests hold:
-- - Nothing here that stands with what was said or with who joined has a time, a sequence or an author.
-- - Each time somebody joins, the seats and the institutions of the forum are all written anew in random order, so that
--   neither place nor transaction of a row (ctid, xmin) tells who came last.
-- - When the board closes, the keys and nullifiers are deleted, counts are kept, and entries are written anew in random
--   order under new ids.

create table forums (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  title text not null check (length(title) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 2000),
  held_on date not null,
  rule text not null default 'chatham_house' check (rule in ('chatham_house')),
  state text not null default 'preparing' check (state in ('preparing', 'open', 'closed')),
  opened_on date,
  closed_on date,
  -- How many had their tickets when the board was opened, and when it was closed; between the two nobody is told.
  tickets_at_opening integer check (tickets_at_opening >= 5),
  tickets_at_closing integer check (tickets_at_closing >= tickets_at_opening),
  public_key text,
  mark text not null check (length(mark) between 8 and 20),
  summary text not null default '' check (length(summary) <= 40000),
  published_on date,
  version integer not null default 1,
  unique (id, organisation_id),
  check ((state = 'preparing') = (opened_on is null)),
  check ((state = 'closed') = (closed_on is not null)),
  check (published_on is null or state = 'closed')
);
comment on table forums is 'One session, hosted by its organisation.';
comment on column forums.public_key is 'What tickets are checked with (SPKI, base64url). Null once closed: no ticket admits any more.';
comment on column forums.mark is 'Short form of the public key''s hash. Everybody sees the same one: a host that gave each person a key of its own could tell tickets apart.';
create index forums_by_day on forums (organisation_id, held_on desc, id);
call private.protect('forums');

create table forum_keys (
  organisation_id uuid not null,
  forum_id uuid not null,
  -- Under a key derived from the server's secret, so that a copy of the database alone does not open them.
  sealed text not null,
  primary key (organisation_id, forum_id),
  foreign key (forum_id, organisation_id) references forums (id, organisation_id)
);
comment on table forum_keys is 'The signing key and the key of the nullifiers. Deleted when the board closes.';
call private.protect('forum_keys');

create table forum_seats (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  forum_id uuid not null,
  -- A member of the host takes a seat as itself; others are invited by name or address.
  person_id uuid,
  name text check (length(name) between 1 and 200),
  address text check (length(address) between 3 and 320),
  institution text check (length(institution) between 1 and 200),
  mail_id uuid,
  link_hash text not null,
  blinded_hash text,
  withdrawn boolean not null default false,
  unique (id, organisation_id),
  foreign key (forum_id, organisation_id) references forums (id, organisation_id),
  foreign key (mail_id, organisation_id) references mails (id, organisation_id),
  check (person_id is not null or name is not null or address is not null or withdrawn)
);
comment on table forum_seats is 'Who was invited. Names and addresses are personal data, kept here only and erasable. No time stands here.';
comment on column forum_seats.blinded_hash is 'Hash of the blinded ticket that was signed; null while none was. Emptied when the board closes.';
create unique index forum_seats_by_link on forum_seats (organisation_id, link_hash);
create unique index forum_seats_of_members on forum_seats (organisation_id, forum_id, person_id) where person_id is not null;
create index forum_seats_by_forum on forum_seats (organisation_id, forum_id);
call private.protect('forum_seats');

create table forum_institutions (
  organisation_id uuid not null,
  forum_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- Agreed while the board was open: not told before it is closed. A name that appears would show somebody coming.
  late boolean not null default false,
  primary key (organisation_id, forum_id, name),
  foreign key (forum_id, organisation_id) references forums (id, organisation_id)
);
comment on table forum_institutions is 'Institutions of which somebody agreed that they are listed; not who.';
call private.protect('forum_institutions');

create table forum_prompts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  forum_id uuid not null,
  audience text not null check (audience in ('all', 'public_buyers', 'resellers', 'brands', 'monitors')),
  text text not null check (length(text) between 1 and 500),
  place integer not null check (place >= 0),
  unique (id, organisation_id),
  unique (id, forum_id, organisation_id),
  foreign key (forum_id, organisation_id) references forums (id, organisation_id)
);
comment on table forum_prompts is 'Questions the host puts.';
create index forum_prompts_in_order on forum_prompts (organisation_id, forum_id, place);
call private.protect('forum_prompts');

create table forum_entries (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  forum_id uuid not null,
  prompt_id uuid,
  parent_id uuid,
  kind text not null check (kind in ('idea', 'question', 'comment')),
  text text not null check (length(text) between 1 and 2000),
  theme text check (length(theme) between 1 and 120),
  merged_into uuid,
  hidden_reason text check (length(hidden_reason) between 1 and 300),
  answered boolean not null default false,
  -- Counted from the nullifiers while the board is open; kept here when they are destroyed.
  votes integer not null default 0 check (votes >= 0),
  unique (id, organisation_id),
  unique (id, forum_id, organisation_id),
  foreign key (forum_id, organisation_id) references forums (id, organisation_id),
  foreign key (prompt_id, forum_id, organisation_id) references forum_prompts (id, forum_id, organisation_id),
  foreign key (parent_id, forum_id, organisation_id) references forum_entries (id, forum_id, organisation_id) deferrable,
  foreign key (merged_into, forum_id, organisation_id) references forum_entries (id, forum_id, organisation_id) deferrable,
  check ((kind = 'comment') = (parent_id is not null)),
  check (merged_into <> id)
);
comment on table forum_entries is 'What was said. No author, no time, no number; the owner is the host, whoever spoke.';
create index forum_entries_by_forum on forum_entries (organisation_id, forum_id);
call private.protect('forum_entries');

create table forum_votes (
  organisation_id uuid not null,
  forum_id uuid not null,
  entry_id uuid not null,
  nullifier bytea not null check (length(nullifier) = 32),
  primary key (organisation_id, entry_id, nullifier),
  foreign key (entry_id, forum_id, organisation_id) references forum_entries (id, forum_id, organisation_id)
);
comment on table forum_votes is 'That a vote was cast. Deleted when the board closes.';
create index forum_votes_by_forum on forum_votes (organisation_id, forum_id, entry_id);
call private.protect('forum_votes');

-- What was deleted or written anew stays in the files until it is vacuumed: for these, at the next round.
alter table forum_seats set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table forum_institutions set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table forum_entries set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table forum_votes set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
alter table forum_keys set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
