-- A desk's name and addresses are changed by its administrators, who say which version they saw.
alter table desk add column version integer not null default 1 check (version > 0);
-- Such an address adds a desk where there are some already, and says nothing of how the installation began.
alter table setup_token add column adds_desk boolean not null default false;
