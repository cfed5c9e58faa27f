-- How much of a certificate is in use: counted where instances change, so that a list of those over their quantity reads only them.
-- Both counts, as the regulation in force says which of them is bought.
alter table certificate
  add column instances_in_use integer not null default 0,
  add column licences_in_use integer not null default 0;
alter table certificate
  add column is_over_instances boolean not null
    generated always as (instances_in_use > coalesce((body ->> 'quantity')::integer, 2147483647)) stored,
  add column is_over_licences boolean not null
    generated always as (licences_in_use > coalesce((body ->> 'quantity')::integer, 2147483647)) stored;

select set_config('reglament.every_desk', 'on', true);
update certificate c set instances_in_use = u.instances, licences_in_use = u.licences
from (select desk_id, certificate_id, count(*)::integer as instances, sum(activated)::integer as licences
  from instance where certificate_id is not null and removed_at is null group by desk_id, certificate_id) u
where c.desk_id = u.desk_id and c.certificate_id = u.certificate_id;

create index certificate_over_instances on certificate (desk_id, lasts_until, certificate_id) where is_open and is_over_instances;
create index certificate_over_licences on certificate (desk_id, lasts_until, certificate_id) where is_open and is_over_licences;

-- Differences are added, so that two who change instances of one certificate at once lose nothing of each other.
create function instance_counts() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update certificate c set instances_in_use = c.instances_in_use + d.instances, licences_in_use = c.licences_in_use + d.licences
    from (select desk_id, certificate_id, count(*)::integer as instances, sum(activated)::integer as licences
      from now_rows where certificate_id is not null and removed_at is null group by desk_id, certificate_id) d
    where c.desk_id = d.desk_id and c.certificate_id = d.certificate_id;
  elsif tg_op = 'DELETE' then
    update certificate c set instances_in_use = c.instances_in_use - d.instances, licences_in_use = c.licences_in_use - d.licences
    from (select desk_id, certificate_id, count(*)::integer as instances, sum(activated)::integer as licences
      from old_rows where certificate_id is not null and removed_at is null group by desk_id, certificate_id) d
    where c.desk_id = d.desk_id and c.certificate_id = d.certificate_id;
  else
    update certificate c set instances_in_use = c.instances_in_use + d.instances, licences_in_use = c.licences_in_use + d.licences
    from (select desk_id, certificate_id, sum(instances)::integer as instances, sum(licences)::integer as licences from (
        select desk_id, certificate_id, 1 as instances, activated as licences from now_rows where removed_at is null
        union all
        select desk_id, certificate_id, -1, -activated from old_rows where removed_at is null
      ) e where certificate_id is not null group by desk_id, certificate_id) d
    where c.desk_id = d.desk_id and c.certificate_id = d.certificate_id and (d.instances <> 0 or d.licences <> 0);
  end if;
  return null;
end
$$;
create trigger instance_counts_in after insert on instance
  referencing new table as now_rows for each statement execute function instance_counts();
create trigger instance_counts_on after update on instance
  referencing old table as old_rows new table as now_rows for each statement execute function instance_counts();
create trigger instance_counts_out after delete on instance
  referencing old table as old_rows for each statement execute function instance_counts();

-- An agreement that was entered by mistake is taken off the record; its number may be used again.
alter table licence_agreement add column removed_at timestamptz;
alter table licence_agreement drop constraint licence_agreement_desk_id_number_key;
create unique index licence_agreement_number on licence_agreement (desk_id, number) where removed_at is null;

-- A site that a company gives up takes no installation with it.
alter table instance drop constraint instance_desk_id_site_id_fkey;
alter table instance add constraint instance_site foreign key (desk_id, site_id)
  references company_site (desk_id, site_id) on delete set null (site_id);
