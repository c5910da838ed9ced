-- The peer as it is commonly built: trigram indexes, the best candidate of the same country for every row.
-- Parameter-free; the tables `sites` and `rows` (id, name, address, country) are filled by against-peers.ts.
create extension if not exists pg_trgm;
create index sites_name_trgm on sites using gin (name gin_trgm_ops);
analyze sites;
-- step
set pg_trgm.similarity_threshold = 0.3;
-- step
select r.id as left_id, c.id as right_id, c.score
  from rows r
  left join lateral (
    select s.id, (similarity(s.name, r.name) + similarity(s.address, r.address)) / 2 as score
      from sites s
     where s.name % r.name and s.country is not distinct from r.country
     order by score desc, s.id
     limit 1
  ) c on true
