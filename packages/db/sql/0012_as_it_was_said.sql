-- What was said about a disclosure when it was taken. A contract may get its products later: then the disclosure is
-- linked to them by the same rules, and that needs what was said. Null: taken before this was kept.
alter table disclosures add column stated_tier text
  check (stated_tier in ('raw_material_extraction', 'smelter_or_refiner', 'material', 'component', 'sub_assembly', 'final_assembly', 'logistics', 'repair_and_reuse', 'end_of_life'));
alter table disclosures add column stated_kind text check (stated_kind in ('one_of', 'confirmed'));
-- A person chose the products it speaks about; it is never linked to others by itself.
alter table disclosures add column products_stated boolean;
-- What linking had to say, apart from what reading had: linking again replaces it.
alter table disclosures add column link_notes text[] not null default '{}';

-- A request that was made before and elsewhere was made by whom the file says, and not by who took the file over.
alter table disclosure_requests add column made_by text check (length(made_by) between 1 and 300);
comment on column disclosure_requests.made_by is 'Who made it where that is no member acting here; null otherwise.';
