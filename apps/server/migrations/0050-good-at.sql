-- Where a way in is good. A letter shows whose mailbox it reached only as far as the desk that sent it may be believed: whoever runs
-- its mail server reads its letters.

-- The desk whose letter began the session, which is good there alone; null: wherever the person's password and factors are.
alter table person_session add column desk_id uuid references desk (desk_id);

-- The desks for which the password and the factors stand: where they were set by a letter of the desk, or given in a session that
-- its letter had begun. Null: everywhere, as for people whom the operator made and for those from before this was kept.
alter table person add column good_at uuid[] check (array_position(good_at, null) is null);

-- Passwords that came with an invitation and whose owner was never shown to have the mailbox: good where their owner works.
select set_config('reglament.every_desk', 'on', true);
update person p set good_at = array(select s.desk_id from staff s where s.person_id = p.id order by s.desk_id)
 where not p.email_verified and exists (select from person_credential c where c.person_id = p.id and c.password_hash is not null);
select set_config('reglament.every_desk', '', true);
