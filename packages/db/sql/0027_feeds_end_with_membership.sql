-- A calendar address ends with the membership it was made in: who leaves and comes back makes a new one.
delete from calendar_feeds f
  where not exists (select from members m where m.organisation_id = f.organisation_id and m.person_id = f.person_id);
alter table calendar_feeds
  add foreign key (organisation_id, person_id) references members (organisation_id, person_id) on delete cascade;
