-- Buyers that opted in lay side by side how each asks a requirement. Nothing is joined across organisations: what a group
-- sees is a copy that its owner gave and can withdraw. Reference members (resellers, suppliers) see proposals and comments.
--
--   membership   that an organisation takes part; each sees its own alone, and every policy here asks this table
--   member       the copy of its name that it shows to the group
--   instance     the copy of how a buyer asks a requirement

create function private.typed_group_code() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.group_code', true), '');

create table harmonisation_groups (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  title text not null check (length(title) between 1 and 200),
  purpose text not null check (length(purpose) between 1 and 2000),
  lawful_purpose text not null check (length(lawful_purpose) between 1 and 2000),
  created_at timestamptz not null,
  unique (id, organisation_id)
);
comment on column harmonisation_groups.organisation_id is 'Who convenes it.';
comment on column harmonisation_groups.lawful_purpose is 'What the buyers do together and why that is lawful, in their own words.';

create table harmonisation_codes (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  group_id uuid not null,
  kind text not null check (kind in ('buyer', 'reference')),
  code_hash text not null,
  until_day date not null,
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  unique (id, organisation_id),
  constraint harmonisation_codes_hash unique (code_hash),
  foreign key (group_id, organisation_id) references harmonisation_groups (id, organisation_id)
);
comment on index harmonisation_codes_hash is 'Random by design: hash of a code made by the server.';
create unique index harmonisation_codes_standing on harmonisation_codes (organisation_id, group_id, kind) where used_at is null and revoked_at is null;
call private.protect('harmonisation_codes');
create policy code_opens on harmonisation_codes for select to throughline_app
  using (code_hash = (select private.typed_group_code()));
-- Whoever joins by it marks it used, and can change nothing else of it.
create policy code_is_used on harmonisation_codes for update to throughline_app
  using (code_hash = (select private.typed_group_code()) and used_at is null and revoked_at is null and until_day >= current_date)
  with check (code_hash = (select private.typed_group_code()) and used_at is not null and revoked_at is null);
revoke update, delete on harmonisation_codes from throughline_app;
grant update (used_at, revoked_at) on harmonisation_codes to throughline_app;

create table harmonisation_memberships (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  group_id uuid not null references harmonisation_groups,
  kind text not null check (kind in ('buyer', 'reference')),
  joined_at timestamptz not null,
  left_at timestamptz,
  unique (id, organisation_id)
);
create unique index harmonisation_memberships_standing on harmonisation_memberships (organisation_id, group_id) where left_at is null;

-- Asked as questions of their own, under the asker's row security: a policy of memberships that named groups, whose policy
-- names memberships, would never end.
create function private.sees_harmonisation_group(looked_for uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.harmonisation_groups g where g.id = looked_for);
end $$;
create function private.convenes_group(looked_for uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (
    select from public.harmonisation_groups g
    where g.id = looked_for and g.organisation_id = (select private.acting_organisation())
  );
end $$;

alter table harmonisation_memberships enable row level security;
alter table harmonisation_memberships force row level security;
create policy own_organisation on harmonisation_memberships for select to throughline_app
  using (organisation_id = (select private.acting_organisation()));
-- By a code that stands, as what the code says; or as the buyer that convenes the group.
create policy join_by_code on harmonisation_memberships for insert to throughline_app
  with check (
    organisation_id = (select private.acting_organisation())
    and left_at is null
    and private.sees_harmonisation_group(group_id)
    and (
      exists (
        select from harmonisation_codes c
        where c.code_hash = (select private.typed_group_code()) and c.group_id = harmonisation_memberships.group_id
          and c.kind = harmonisation_memberships.kind and c.used_at is null and c.revoked_at is null and c.until_day >= current_date
      )
      or (kind = 'buyer' and private.convenes_group(group_id))
    )
  );
-- A membership only ends; coming back takes another code.
create policy leave on harmonisation_memberships for update to throughline_app
  using (organisation_id = (select private.acting_organisation()) and left_at is null)
  with check (
    organisation_id = (select private.acting_organisation())
    and left_at is not null
    and private.sees_harmonisation_group(group_id)
  );
grant select, insert on harmonisation_memberships to throughline_app;
grant update (left_at) on harmonisation_memberships to throughline_app;

alter table harmonisation_groups enable row level security;
alter table harmonisation_groups force row level security;
create policy own_organisation on harmonisation_groups to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (organisation_id = (select private.acting_organisation()));
create policy member_sees on harmonisation_groups for select to throughline_app
  using (exists (
    select from harmonisation_memberships m
    where m.group_id = harmonisation_groups.id and m.organisation_id = (select private.acting_organisation()) and m.left_at is null
  ));
create policy code_holder_sees on harmonisation_groups for select to throughline_app
  using (exists (
    select from harmonisation_codes c
    where c.group_id = harmonisation_groups.id and c.code_hash = (select private.typed_group_code())
      and c.used_at is null and c.revoked_at is null and c.until_day >= current_date
  ));
grant select, insert on harmonisation_groups to throughline_app;

-- Whether the acting organisation takes part now; `wanted` null: as either.
create function private.takes_part(looked_for uuid, wanted text) returns boolean
  language sql stable
  return exists (
    select from public.harmonisation_memberships m
    where m.group_id = looked_for and m.organisation_id = (select private.acting_organisation())
      and m.left_at is null and (wanted is null or m.kind = wanted)
  );

create table harmonisation_members (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  group_id uuid not null references harmonisation_groups,
  name text not null check (length(name) between 1 and 300),
  kind text not null check (kind in ('buyer', 'reference')),
  convenes boolean not null,
  invented boolean not null,
  joined_on date not null,
  left_on date,
  unique (id, organisation_id)
);
create unique index harmonisation_members_standing on harmonisation_members (organisation_id, group_id) where left_on is null;
create index harmonisation_members_by_group on harmonisation_members (group_id, joined_on, id);
alter table harmonisation_members enable row level security;
alter table harmonisation_members force row level security;
create policy own_organisation on harmonisation_members to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (organisation_id = (select private.acting_organisation()) and private.sees_harmonisation_group(group_id));
create policy members_see on harmonisation_members for select to throughline_app
  using (private.takes_part(group_id, null));
grant select, insert on harmonisation_members to throughline_app;
grant update (left_on) on harmonisation_members to throughline_app;

create table shared_instances (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  group_id uuid not null references harmonisation_groups,
  buyer text not null check (length(buyer) between 1 and 300),
  requirement text not null check (requirement ~ '^[a-z][a-z0-9_]{1,59}$'),
  requirement_version integer check (requirement_version > 0),
  role text not null check (role in ('selection', 'technical', 'award', 'clause')),
  asked_values jsonb,
  floor_values jsonb,
  floor_reason text check (length(floor_reason) between 1 and 1000),
  resellers text[] not null default '{}',
  schemes text[] not null default '{}',
  shared_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (id, organisation_id),
  check ((floor_values is null) = (floor_reason is null))
);
comment on column shared_instances.asked_values is 'Null: this buyer does not ask it.';
create unique index shared_instances_standing on shared_instances (organisation_id, group_id, requirement, role) where withdrawn_at is null;
create index shared_instances_by_group on shared_instances (group_id, requirement) where withdrawn_at is null;

create table shared_follow_ups (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  group_id uuid not null references harmonisation_groups,
  buyer text not null check (length(buyer) between 1 and 300),
  requirement text not null check (requirement ~ '^[a-z][a-z0-9_]{1,59}$'),
  supplier text not null check (length(supplier) between 1 and 300),
  asked_values jsonb not null,
  method text not null check (length(method) between 1 and 60),
  followed_up_on date not null,
  result text not null check (length(result) between 1 and 1000),
  shared_at timestamptz not null,
  withdrawn_at timestamptz,
  unique (id, organisation_id)
);
create index shared_follow_ups_by_group on shared_follow_ups (group_id, requirement) where withdrawn_at is null;

-- What buyers give to buyers: the owner writes it while it takes part as one, and the others read it until it is withdrawn.
create procedure private.share_among_buyers(target regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_organisation on %s for select to throughline_app using (organisation_id = (select private.acting_organisation()))', target);
  execute format('create policy buyer_gives on %s for insert to throughline_app with check (organisation_id = (select private.acting_organisation()) and private.sees_harmonisation_group(group_id) and private.takes_part(group_id, ''buyer''))', target);
  execute format('create policy owner_withdraws on %s for update to throughline_app using (organisation_id = (select private.acting_organisation()) and withdrawn_at is null) with check (organisation_id = (select private.acting_organisation()) and withdrawn_at is not null and private.sees_harmonisation_group(group_id))', target);
  execute format('create policy buyers_see on %s for select to throughline_app using (withdrawn_at is null and private.takes_part(group_id, ''buyer''))', target);
  execute format('grant select, insert on %s to throughline_app', target);
  execute format('grant update (withdrawn_at) on %s to throughline_app', target);
end $$;
call private.share_among_buyers('shared_instances');
call private.share_among_buyers('shared_follow_ups');

create table harmonisation_proposals (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  group_id uuid not null,
  requirement text not null check (requirement ~ '^[a-z][a-z0-9_]{1,59}$'),
  requirement_version integer not null check (requirement_version > 0),
  objective text not null,
  content jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'out_for_comment', 'closed')),
  made_on date not null,
  put_out_on date,
  comment_until date,
  closed_on date,
  outcome text check (length(outcome) between 1 and 4000),
  version integer not null default 1,
  unique (id, organisation_id),
  check ((state = 'draft') = (comment_until is null)),
  check ((state = 'closed') = (outcome is not null)),
  foreign key (group_id, organisation_id) references harmonisation_groups (id, organisation_id)
);
comment on column harmonisation_proposals.content is 'What every member may read: the core and what it means for the burden, without who asks what.';
create index harmonisation_proposals_by_group on harmonisation_proposals (group_id, made_on desc, id);
call private.protect('harmonisation_proposals');
create policy members_see on harmonisation_proposals for select to throughline_app
  using (state <> 'draft' and private.takes_part(group_id, null));
revoke update, delete on harmonisation_proposals from throughline_app;
grant update (state, put_out_on, comment_until, closed_on, outcome, version) on harmonisation_proposals to throughline_app;

-- Who asks what, who would move how far: for buyers.
create table harmonisation_proposal_details (
  organisation_id uuid not null,
  proposal_id uuid not null,
  group_id uuid not null,
  content jsonb not null,
  primary key (organisation_id, proposal_id),
  foreign key (proposal_id, organisation_id) references harmonisation_proposals (id, organisation_id)
);
call private.protect('harmonisation_proposal_details');
create policy buyers_see on harmonisation_proposal_details for select to throughline_app
  using (
    private.takes_part(group_id, 'buyer')
    and exists (select from harmonisation_proposals p where p.id = proposal_id and p.state <> 'draft')
  );
revoke update, delete on harmonisation_proposal_details from throughline_app;

create function private.sees_harmonisation_proposal(looked_for uuid) returns boolean
  language plpgsql stable as $$
begin
  return exists (select from public.harmonisation_proposals p where p.id = looked_for);
end $$;

create table proposal_comments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  proposal_id uuid not null references harmonisation_proposals,
  organisation_name text not null check (length(organisation_name) between 1 and 300),
  kind text not null check (kind in ('buyer', 'reference')),
  stance text not null check (stance in ('agree', 'disagree', 'change')),
  text text not null default '' check (length(text) <= 4000),
  sequence bigint generated always as identity,
  commented_at timestamptz not null,
  unique (id, organisation_id)
);
comment on table proposal_comments is 'Said as an organisation, never changed: a later one takes the place of an earlier.';
create index proposal_comments_by_proposal on proposal_comments (proposal_id, sequence);
alter table proposal_comments enable row level security;
alter table proposal_comments force row level security;
create policy own_organisation on proposal_comments for select to throughline_app
  using (organisation_id = (select private.acting_organisation()));
create policy members_see on proposal_comments for select to throughline_app
  using (private.sees_harmonisation_proposal(proposal_id));
create policy member_comments on proposal_comments for insert to throughline_app
  with check (
    organisation_id = (select private.acting_organisation())
    and private.sees_harmonisation_proposal(proposal_id)
  );
grant select, insert on proposal_comments to throughline_app;

-- Whether another buyer's follow-up counts for one of our clauses, with what was seen of it when that was decided.
create table recognition_decisions (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  contract_id uuid not null,
  condition_id uuid not null,
  shared_follow_up_id uuid not null,
  accepted boolean not null,
  reason text not null default '' check (length(reason) <= 1000),
  told jsonb not null,
  decided_by uuid,
  decided_on date not null,
  withdrawn_at timestamptz,
  unique (id, organisation_id),
  check (accepted or reason <> ''),
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
comment on column recognition_decisions.told is 'The follow-up as it was shown then: it may be withdrawn by its owner, the decision rests on this.';
create unique index recognition_decisions_standing on recognition_decisions (organisation_id, contract_id, condition_id, shared_follow_up_id) where withdrawn_at is null;
call private.protect('recognition_decisions');
revoke update, delete on recognition_decisions from throughline_app;
grant update (withdrawn_at) on recognition_decisions to throughline_app;

alter table duty_events
  add column recognition_id uuid,
  add foreign key (recognition_id, organisation_id) references recognition_decisions (id, organisation_id) on delete cascade;
create index duty_events_by_recognition on duty_events (recognition_id) where recognition_id is not null;
