-- A country with few sites would otherwise be looked for along the whole list of names.
create index sites_own_by_country on sites (organisation_id, country, name_key, id);
create index sites_published_by_country on sites (country, name_key, id) where published_at is not null;
