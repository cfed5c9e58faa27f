-- The desk by whose letter the password was set while a second factor stood beside it. Such a password is good wherever the factor is,
-- since it lets nobody in alone; without the factor it is good at this desk only. Null: `person.good_at` says where it is good.
alter table person_credential add column letter_of uuid references desk (desk_id);
