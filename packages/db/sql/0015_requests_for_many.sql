-- A request may be about several contracts, or about none of ours: then it passes on what somebody asked us.
-- Vocabulary: request (what one organisation asks another), delivery (the request as one addressee gets it, opened by
-- link and code), progress (how far the addressee is, written by whoever answers).

-- What is there already is carried over by whoever owns the tables, who need be no superuser: until the end of this
-- file row security does not bind the owner here.
alter table contract_parties no force row level security;
alter table disclosure_requests no force row level security;

-- Suppliers -------------------------------------------------------------------------------------------------

create table suppliers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  name text not null check (length(name) between 1 and 300),
  name_key text collate "C" not null,
  country char(2),
  identifiers jsonb not null default '[]',
  invented boolean not null default false,
  -- A role mailbox first; personal data, erasable.
  email text check (length(email) between 3 and 320),
  language char(2) not null default 'en',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (id, organisation_id),
  unique (organisation_id, name_key)
);
comment on table suppliers is 'Resellers and brands an organisation deals with: whoever stands as supplier or brand in a contract, or was asked.';
comment on column suppliers.name_key is 'private.supplier_key(name): small letters, single blanks. Two spellings that differ otherwise are two suppliers.';
call private.protect('suppliers');
alter table suppliers no force row level security;
revoke delete on suppliers from throughline_app;

create function private.supplier_key(name text) returns text
  language sql immutable parallel safe
  return lower(regexp_replace(btrim(name), '\s+', ' ', 'g'));

insert into suppliers (organisation_id, name, name_key, country, identifiers, invented)
  select distinct on (organisation_id, private.supplier_key(name)) organisation_id, btrim(name), private.supplier_key(name), country, identifiers, invented
  from contract_parties where role in ('supplier', 'brand')
  order by organisation_id, private.supplier_key(name), position;
alter table contract_parties add column supplier_id uuid;
alter table contract_parties add foreign key (supplier_id, organisation_id) references suppliers (id, organisation_id);
update contract_parties p set supplier_id = s.id from suppliers s
  where s.organisation_id = p.organisation_id and s.name_key = private.supplier_key(p.name) and p.role in ('supplier', 'brand');
create index contract_parties_by_supplier on contract_parties (supplier_id) where supplier_id is not null;

-- Requests --------------------------------------------------------------------------------------------------

alter table disclosure_requests add unique (id, organisation_id);
create table request_contracts (
  request_id uuid not null,
  contract_id uuid not null,
  organisation_id uuid not null,
  primary key (request_id, organisation_id, contract_id),
  foreign key (request_id, organisation_id) references disclosure_requests (id, organisation_id) on delete cascade,
  foreign key (contract_id, organisation_id) references contracts (id, organisation_id) on delete cascade
);
create index request_contracts_by_contract on request_contracts (contract_id, request_id);
insert into request_contracts (request_id, contract_id, organisation_id)
  select id, contract_id, organisation_id from disclosure_requests;

alter table request_products drop constraint request_products_request_id_contract_id_organisation_id_fkey;
alter table request_products add foreign key (request_id, contract_id, organisation_id)
  references request_contracts (request_id, contract_id, organisation_id) on delete cascade;
alter table disclosure_answers drop constraint disclosure_answers_request_id_contract_id_organisation_id_fkey;
alter table disclosure_answers add foreign key (request_id, contract_id, organisation_id)
  references request_contracts (request_id, contract_id, organisation_id);
alter table disclosure_requests drop column contract_id;
create index disclosure_requests_by_time on disclosure_requests (organisation_id, drafted_at desc, id desc);

-- A request goes with the last contract it was about.
create function private.drop_request_without_contract() returns trigger
  language plpgsql as $$
begin
  delete from public.disclosure_requests r where r.id = old.request_id and r.organisation_id = old.organisation_id
    and not exists (select from public.request_contracts c where c.request_id = old.request_id);
  return null;
end $$;
create trigger request_without_contract after delete on request_contracts
  for each row execute function private.drop_request_without_contract();

alter table disclosure_requests add column supplier_id uuid;
alter table disclosure_requests add foreign key (supplier_id, organisation_id) references suppliers (id, organisation_id);
insert into suppliers (organisation_id, name, name_key)
  select distinct on (organisation_id, private.supplier_key(addressee)) organisation_id, btrim(addressee), private.supplier_key(addressee)
  from disclosure_requests order by organisation_id, private.supplier_key(addressee), drafted_at
  on conflict do nothing;
update disclosure_requests r set supplier_id = s.id from suppliers s
  where s.organisation_id = r.organisation_id and s.name_key = private.supplier_key(r.addressee);
create index disclosure_requests_by_supplier on disclosure_requests (supplier_id) where supplier_id is not null;
alter table disclosure_requests add column language char(2) not null default 'en';
alter table disclosure_requests add column due_because text;
alter table disclosure_requests add column withdrawn_on date;
alter table disclosure_requests add column withdrawn_reason text;
alter table disclosure_requests add check ((withdrawn_on is null) = (withdrawn_reason is null));
-- The delivery this one passes on; null for a request of one's own.
alter table disclosure_requests add column passes_on_delivery_id uuid;
alter table disclosure_requests add column version integer not null default 1;
call private.protect('request_contracts');

create table request_extensions (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null,
  organisation_id uuid not null,
  due_before date,
  due_after date not null,
  reason text not null check (length(reason) between 1 and 2000),
  extended_by uuid,
  extended_at timestamptz not null default now(),
  foreign key (request_id, organisation_id) references disclosure_requests (id, organisation_id) on delete cascade
);
create index request_extensions_by_request on request_extensions (request_id);
call private.protect('request_extensions');
revoke update, delete on request_extensions from throughline_app;

create table request_templates (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  name text not null check (length(name) between 1 and 120),
  subject text not null check (length(subject) between 1 and 300),
  body text not null check (length(body) between 1 and 20000),
  language char(2) not null default 'en',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (organisation_id, name)
);
comment on table request_templates is 'The requester''s own words. {{supplier}}, {{contracts}}, {{products}}, {{due}}, {{clause}} and {{sender}} are filled in from facts.';
call private.protect('request_templates');

-- Deliveries ------------------------------------------------------------------------------------------------

-- Hash of the link's secret and the code of a request that was opened; lets their holder see that one delivery.
create function private.opened_request() returns text
  language sql stable parallel safe
  return nullif(current_setting('app.request_hash', true), '');

create table request_deliveries (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  request_id uuid not null,
  -- Counts the links that were made for it; an older link does not open any more.
  generation integer not null default 1 check (generation > 0),
  secret_hash text not null,
  to_address text check (length(to_address) between 3 and 320),
  to_name text not null check (length(to_name) between 1 and 300),
  language char(2) not null default 'en',
  -- What the addressee is told: requester, contracts, clauses, words, due date. Nothing else of the requester is seen.
  content jsonb not null,
  due_on date,
  sent_at timestamptz not null default now(),
  expires_on date not null,
  withdrawn_at timestamptz,
  bounced_at timestamptz,
  bounce_reason text,
  -- Who answers: the workspace laid for the link's holder, or the organisation that took the request over.
  answering_id uuid references organisations,
  unique (id, organisation_id),
  constraint request_deliveries_secret unique (secret_hash),
  foreign key (request_id, organisation_id) references disclosure_requests (id, organisation_id) on delete cascade
);
comment on constraint request_deliveries_secret on request_deliveries is 'Random by design: hash of a secret and a code that the server derives from its own secret and the delivery.';
comment on index request_deliveries_secret is 'Random by design: hash of a secret and a code that the server derives from its own secret and the delivery.';
comment on index request_deliveries_id_organisation_id_key is 'Random by design: ids of deliveries are made by the server.';
comment on column request_deliveries.to_address is 'Personal data, kept here and in mails only, erasable.';
create index request_deliveries_by_request on request_deliveries (request_id);
create index request_deliveries_by_answerer on request_deliveries (answering_id, sent_at desc, id desc) where answering_id is not null;

create table request_delivery_products (
  delivery_id uuid not null,
  organisation_id uuid not null,
  -- Names the product to the addressee; says nothing about ours.
  key text not null,
  product_line_id uuid,
  contract_id uuid,
  -- The key it has in the delivery that this one passes on.
  passed_key text,
  brand text not null,
  family text not null,
  part_number text,
  position integer not null default 0,
  primary key (delivery_id, organisation_id, key),
  check ((product_line_id is null) = (contract_id is null)),
  foreign key (delivery_id, organisation_id) references request_deliveries (id, organisation_id) on delete cascade,
  foreign key (product_line_id, contract_id, organisation_id) references product_lines (id, contract_id, organisation_id)
    on delete set null (product_line_id, contract_id)
);

create table request_progress (
  delivery_id uuid primary key references request_deliveries (id) on delete cascade,
  -- Who answers.
  organisation_id uuid not null references organisations,
  requester_id uuid not null,
  first_opened_at timestamptz not null default now(),
  last_opened_at timestamptz not null default now(),
  products_asked integer not null default 0,
  products_answered integer not null default 0,
  sites_named integer not null default 0,
  passed_on integer not null default 0,
  passed_on_answered integer not null default 0,
  answered_at timestamptz,
  unique (delivery_id, organisation_id)
);
comment on index request_progress_pkey is 'Guarded by design: the policy looks the delivery up under the writer''s own row security before the key is.';
comment on index request_progress_delivery_id_organisation_id_key is 'Guarded by design: as the primary key is.';
create index request_progress_by_answerer on request_progress (organisation_id, delivery_id);

call private.protect('request_deliveries');
-- A withdrawn request opens for nobody any more; that the requester withdrew it, whoever answers as an organisation still sees.
create policy holder_sees on request_deliveries for select to throughline_app
  using (secret_hash = (select private.opened_request()) and withdrawn_at is null);
create policy answerer_sees on request_deliveries for select to throughline_app
  using (answering_id = (select private.acting_organisation()));
create policy holder_answers on request_deliveries for update to throughline_app
  using (secret_hash = (select private.opened_request()) and withdrawn_at is null)
  with check (answering_id = (select private.acting_organisation()));
-- Who answers is said by the holder of link and code, and nothing else is theirs to change. It is said anew only after
-- whoever answered so far has let go of it: its row of progress is gone.
create function private.delivery_stays() returns trigger
  language plpgsql as $$
begin
  if new.organisation_id is distinct from old.organisation_id
    or (old.answering_id is not null and new.answering_id is distinct from old.answering_id and (
      old.secret_hash is distinct from private.opened_request()
      or exists (select from public.request_progress p where p.delivery_id = old.id)
    )) then
    raise check_violation using message = 'A delivery is answered by one organisation.';
  end if;
  if old.organisation_id is distinct from private.acting_organisation()
    and (to_jsonb(new) - 'answering_id') is distinct from (to_jsonb(old) - 'answering_id') then
    raise check_violation using message = 'A delivery is changed by whoever made it.';
  end if;
  return new;
end $$;
create trigger delivery_stays before update on request_deliveries
  for each row execute function private.delivery_stays();

call private.protect('request_delivery_products');
create policy addressee_sees on request_delivery_products for select to throughline_app
  using (exists (select from request_deliveries d where d.id = delivery_id));

alter table request_progress enable row level security;
alter table request_progress force row level security;
create policy answerer_keeps on request_progress to throughline_app
  using (organisation_id = (select private.acting_organisation()))
  with check (
    organisation_id = (select private.acting_organisation())
    and exists (
      select from request_deliveries d
      where d.id = delivery_id and d.organisation_id = requester_id and d.answering_id = (select private.acting_organisation())
    )
  );
create policy requester_sees on request_progress for select to throughline_app
  using (requester_id = (select private.acting_organisation()));
create policy holder_sees on request_progress for select to throughline_app
  using (exists (select from request_deliveries d where d.id = delivery_id and d.secret_hash = (select private.opened_request())));
grant select, insert, update, delete on request_progress to throughline_app;

-- No foreign key: the delivery is another organisation's. The policy holds that the writer may see it, once: the request
-- must stay in its maker's hands when whoever asked first has removed theirs.
create policy passes_on_what_it_sees on disclosure_requests as restrictive for insert to throughline_app
  with check (
    passes_on_delivery_id is null
    or exists (select from request_deliveries d where d.id = passes_on_delivery_id)
  );
create function private.passes_on_stays() returns trigger
  language plpgsql as $$
begin
  raise check_violation using message = 'What a request passes on does not change.';
end $$;
create trigger passes_on_stays before update on disclosure_requests
  for each row when (new.passes_on_delivery_id is distinct from old.passes_on_delivery_id)
  execute function private.passes_on_stays();

alter table contract_parties force row level security;
alter table disclosure_requests force row level security;
alter table suppliers force row level security;
