-- Whatever is given to a company while another hand merges its record away would stay with a record that nobody opens. The
-- transaction that did not know is tried again, and finds the company that was kept. Waits for a merge that is under way.
create function company_stands() returns trigger language plpgsql as $$
declare
  into_id uuid;
begin
  select merged_into into into_id from company where desk_id = new.desk_id and company_id = new.company_id for key share;
  if into_id is not null then
    raise exception 'company % was merged away', new.company_id using errcode = 'serialization_failure';
  end if;
  return null;
end
$$;

do $$
declare
  name text;
begin
  foreach name in array array['ticket', 'certificate', 'inquiry', 'instance', 'licence_agreement', 'contact']
  loop
    execute format(
      'create trigger company_stands_given after insert on %I for each row when (new.company_id is not null) execute function company_stands()', name);
    execute format(
      'create trigger company_stands_named after update of company_id on %I for each row
         when (new.company_id is not null and new.company_id is distinct from old.company_id) execute function company_stands()', name);
  end loop;
end
$$;
