-- What was decided on a hit or a pair, each time: a decision that was taken back was still in force on the days
-- between, and a line asked for one of those days shows it. Append-only for the application role.

alter table screening_hits add unique (id, organisation_id);
alter table match_reviews add unique (id, organisation_id);

create table screening_verdicts (
  organisation_id uuid not null references organisations,
  hit_id uuid not null,
  -- Order of the decisions; several may fall on one day.
  sequence bigint generated always as identity,
  -- 'waiting': the verdict before was taken back.
  verdict text not null check (verdict in ('waiting', 'confirmed', 'wrong_entity')),
  decided_by uuid,
  decided_on date not null,
  primary key (organisation_id, hit_id, sequence),
  foreign key (hit_id, organisation_id) references screening_hits (id, organisation_id) on delete cascade
);

create table match_decisions (
  organisation_id uuid not null references organisations,
  review_id uuid not null,
  sequence bigint generated always as identity,
  -- Null: the decision before was taken back.
  decision text check (decision in ('same', 'different', 'unsure')),
  decided_by uuid,
  decided_on date not null,
  primary key (organisation_id, review_id, sequence),
  foreign key (review_id, organisation_id) references match_reviews (id, organisation_id) on delete cascade
);

insert into screening_verdicts (organisation_id, hit_id, verdict, decided_by, decided_on)
  select organisation_id, id, verdict, verdict_by, verdict_on from screening_hits where verdict <> 'waiting';
insert into match_decisions (organisation_id, review_id, decision, decided_by, decided_on)
  select organisation_id, id, decision, decided_by, (decided_at at time zone 'UTC')::date from match_reviews where decision is not null;

call private.protect('screening_verdicts');
revoke update, delete on screening_verdicts from throughline_app;
call private.protect('match_decisions');
revoke update, delete on match_decisions from throughline_app;
