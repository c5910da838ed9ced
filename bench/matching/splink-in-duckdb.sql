-- A linkage as Splink writes it for DuckDB: blocking rules one after the other, comparison levels by Jaro-Winkler, match weights
-- as powers of two (m/u of each level, learned on invented sites; see against-peers.ts). Tables `sites`, `rows` (id, name, address,
-- country, postal, first_word, house) and `weights` (comparison, level, bits).
create or replace table blocked as
select distinct l.id as left_id, r.id as right_id
  from rows l join sites r
    on l.country = r.country and substr(l.name_key, 1, 5) = substr(r.name_key, 1, 5)
union
select l.id, r.id from rows l join sites r on l.postal = r.postal and l.postal <> ''
union
select l.id, r.id from rows l join sites r
    on l.country = r.country and l.house = r.house and l.house <> '' and l.street_word = r.street_word
union
select l.id, r.id from rows l join sites r
    on l.country = r.country and l.name_end = r.name_end and l.town = r.town and l.town <> '';
-- step
create or replace table levels as
select b.left_id, b.right_id,
       case when l.name_key = r.name_key then 4
            when jaro_winkler_similarity(l.name_key, r.name_key) >= 0.95 then 3
            when jaro_winkler_similarity(l.name_key, r.name_key) >= 0.88 then 2
            when jaro_winkler_similarity(l.name_key, r.name_key) >= 0.75 then 1
            else 0 end as name_level,
       case when l.address_key = '' or r.address_key = '' then -1
            when l.address_key = r.address_key then 4
            when jaro_winkler_similarity(l.address_key, r.address_key) >= 0.95 then 3
            when jaro_winkler_similarity(l.address_key, r.address_key) >= 0.88 then 2
            when jaro_winkler_similarity(l.address_key, r.address_key) >= 0.75 then 1
            else 0 end as address_level,
       case when l.postal = '' or r.postal = '' then -1 when l.postal = r.postal then 1 else 0 end as postal_level,
       case when l.house = '' or r.house = '' then -1 when l.house = r.house then 1 else 0 end as house_level,
       case when l.town = '' or r.town = '' then -1 when l.town = r.town then 1 else 0 end as town_level
  from blocked b join rows l on l.id = b.left_id join sites r on r.id = b.right_id;
-- step
create or replace table scored as
select left_id, right_id,
       (select bits from weights where comparison = 'prior')
       + coalesce(n.bits, 0) + coalesce(a.bits, 0) + coalesce(p.bits, 0) + coalesce(h.bits, 0) + coalesce(t.bits, 0) as bits
  from levels v
  left join weights n on n.comparison = 'name' and n.level = v.name_level
  left join weights a on a.comparison = 'address' and a.level = v.address_level
  left join weights p on p.comparison = 'postal' and p.level = v.postal_level
  left join weights h on h.comparison = 'house' and h.level = v.house_level
  left join weights t on t.comparison = 'town' and t.level = v.town_level;
-- step
select left_id, right_id, bits from (
  select *, row_number() over (partition by left_id order by bits desc, right_id) as place from scored
) where place = 1
