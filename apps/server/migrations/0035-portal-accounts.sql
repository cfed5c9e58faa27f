-- Customers with an account: the person behind a contact, set once a mailbox was proven to be theirs. Which tickets of a company its
-- people see is the company's own rule; who supervises sees more where the rule says "by role".
alter table contact add column person_id uuid references person (id);
create unique index contact_person on contact (desk_id, person_id) where person_id is not null;
-- The desks of somebody who has just signed in: over all desks, by person.
create index contact_of_person on contact (person_id) where person_id is not null;

alter table contact_of_company add column role text not null default 'contact' check (role in ('contact', 'supervisor'));

-- 'none': the portal shows no ticket of the company; 'own': each their own; 'by-role': supervisors all, others their own; 'all': everybody all.
alter table company add column ticket_visibility text not null default 'by-role'
  check (ticket_visibility in ('none', 'own', 'by-role', 'all'));
