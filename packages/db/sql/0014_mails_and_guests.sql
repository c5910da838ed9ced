-- Mail that leaves, and two who act without being members: the holder of a request's link and code (guest), and the
-- server itself working off what members began (system).

alter table audit_entries drop constraint audit_entries_actor_kind_check;
alter table audit_entries add check (actor_kind in ('person', 'token', 'guest', 'system'));

create table mails (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  kind text not null check (length(kind) between 1 and 60),
  to_address text check (length(to_address) between 3 and 320),
  to_name text check (length(to_name) <= 300),
  subject text not null check (length(subject) between 1 and 300),
  body text not null,
  delivery_id uuid,
  state text not null default 'queued' check (state in ('queued', 'held', 'sent', 'bounced', 'failed')),
  tries integer not null default 0 check (tries >= 0),
  last_error text,
  message_id text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  bounced_at timestamptz,
  erased_at timestamptz,
  unique (id, organisation_id),
  check ((state = 'sent') <= (sent_at is not null)),
  check (to_address is not null or erased_at is not null)
);
comment on table mails is 'What left or waits to leave. Addresses are personal data, kept here and erasable.';
comment on column mails.body is 'Text with {{link}} and {{code}} where secrets stand; they are filled in at sending and in the outbox, never stored.';
comment on column mails.state is 'held: no SMTP server is configured, the mail is read in the outbox and handed over by a person.';
create index mails_by_time on mails (organisation_id, created_at desc, id desc);
create index mails_by_delivery on mails (delivery_id);
call private.protect('mails');
