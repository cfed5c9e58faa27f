-- Who of the companies with a standing is named in the public directory of partners.
-- How to reach it, as staff wrote it for everybody to read; null: nobody has asked for it to be shown.
alter table company_standing add column shown_as text check (length(shown_as) <= 300);
create index company_standing_shown on company_standing (desk_id, role) where shown_as is not null;
