-- A unique index is checked before a foreign key: one that leaves the organisation out tells by its error that another
-- organisation's disclosure has this row or a source. With the organisation in it, both cases fail on the foreign key.
alter table disclosure_rows drop constraint disclosure_rows_disclosure_id_row_number_key;
alter table disclosure_rows add unique (disclosure_id, organisation_id, row_number);
alter table disclosure_sources drop constraint disclosure_sources_pkey;
alter table disclosure_sources add primary key (disclosure_id, organisation_id);
