-- Searching for a word walks its keys in their order and stops when the page is full. Each index below has what the
-- walk and the row security ask of a key, so that only the sites of the page are fetched.
alter table site_keys drop constraint site_keys_pkey;
alter table site_keys add primary key (organisation_id, key, site_id) include (published);
drop index site_keys_published;
create index site_keys_published on site_keys (key, site_id) include (organisation_id) where published;
-- Has this site a key that begins so, and which is the first? One descent, however many keys it has.
drop index site_keys_by_site;
create index site_keys_by_site on site_keys (site_id, key) include (organisation_id, published);
