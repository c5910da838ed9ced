-- Sites are searched in an index of the scope that server processes keep beside the database (decisions 0032, 0033). The keys
-- they were typed by, and what was lent to the survivors of merges, have nobody left who asks for them.
drop table site_keys;
