-- What a mail carries besides its text: documents, and an invitation for calendar programs.

create table mail_parts (
  organisation_id uuid not null,
  mail_id uuid not null,
  position smallint not null check (position between 1 and 20),
  file_name text not null check (file_name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$'),
  media_type text not null check (length(media_type) between 3 and 150),
  calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  bytes bytea not null check (octet_length(bytes) between 1 and 10000000),
  primary key (organisation_id, mail_id, position),
  foreign key (mail_id, organisation_id) references mails (id, organisation_id) on delete cascade
);
comment on table mail_parts is 'Documents as they left, and are shown in the outbox. They go when the mail goes, or is erased.';
comment on column mail_parts.calendar_method is 'Set for the one part that calendar programs act on (RFC 5546); it is sent as another form of the text.';
comment on column mail_parts.bytes is 'Holds no link or code: those are filled in to the text alone.';
create unique index mail_parts_one_calendar on mail_parts (organisation_id, mail_id) where calendar_method is not null;
-- Bytes that are compressed already.
alter table mail_parts alter column bytes set storage external;
call private.protect('mail_parts');
revoke update on mail_parts from throughline_app;

-- Erasing a mail erases what it carried, whoever does it.
create function private.erase_mail_parts() returns trigger
  language plpgsql as $$
begin
  delete from mail_parts where mail_id = new.id and organisation_id = new.organisation_id;
  return null;
end $$;
create trigger erase_mail_parts after update of erased_at on mails
  for each row when (new.erased_at is not null and old.erased_at is null)
  execute function private.erase_mail_parts();
