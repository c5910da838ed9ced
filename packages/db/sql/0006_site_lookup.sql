-- Looking sites up must not walk over keys that belong to another organisation's scope: not only would the rows be
-- filtered out one by one, the time taken would tell that they are there. Own keys and published keys each have an
-- index of their own, and there is none across scopes.
alter table site_keys drop constraint site_keys_pkey;
alter table site_keys add primary key (organisation_id, key, site_id);
create index site_keys_published on site_keys (key, site_id) where published;
comment on table site_keys is 'Blocking keys of the matcher, and what is found while a name is typed (prefix t:), looked up by equality or range.';

-- The columns of a row that were missing: nothing that was read is dropped.
alter table disclosure_rows add column latitude double precision check (latitude between -90 and 90);
alter table disclosure_rows add column longitude double precision check (longitude between -180 and 180);
alter table disclosure_rows add column os_id text;

alter table disclosures add column withdrawn_reason text;
alter table disclosures add check (withdrawn_reason is null or withdrawn_on is not null);

create index screening_hits_by_site on screening_hits (site_id);
create index match_reviews_by_second on match_reviews (organisation_id, site_b);
