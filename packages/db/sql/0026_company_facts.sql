-- Facts about a supplier, or about one's own organisation, from which it follows which laws bind it. History is kept.

create table company_facts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations,
  -- Null: about the organisation itself.
  supplier_id uuid,
  fact text not null check (fact ~ '^[a-z][a-z0-9_]{1,59}$'),
  value jsonb not null,
  currency char(3),
  as_of date not null,
  source text not null check (length(source) between 1 and 400),
  sequence bigint generated always as identity,
  recorded_by uuid,
  recorded_at timestamptz not null,
  taken_back_at timestamptz,
  unique (id, organisation_id),
  foreign key (supplier_id, organisation_id) references suppliers (id, organisation_id) on delete cascade
);
create index company_facts_by_company on company_facts (organisation_id, supplier_id, fact, as_of);
call private.protect('company_facts');
revoke update, delete on company_facts from throughline_app;
grant update (taken_back_at) on company_facts to throughline_app;
