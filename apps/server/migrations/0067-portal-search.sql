-- Customers search what they see: a document of its own for each ticket, made of its subject, its requester's name and the messages
-- that customers read, and of whose it is. Words of staff among themselves stand in documents of the kind 'ticket' alone.
alter table search_document drop constraint search_document_kind_check;
alter table search_document add constraint search_document_kind_check
  check (kind in ('ticket', 'company', 'contact', 'certificate', 'portal'));

-- The one that asked for the desk as well stood here for a server of the version before.
drop function search_documents(uuid, text, text, tsquery, bigint, integer);

-- As before, for customers' documents too: of what most of them have the newest come first.
create or replace function search_documents(asked_kind text, marked text, wanted tsquery, newest bigint, enough integer)
returns table (object_id uuid, number bigint) language plpgsql
set search_path from current set enable_seqscan = off set max_parallel_workers_per_gather = 0 set jit = off as $$
declare
  asked_desk uuid := nullif(current_setting('reglament.desk', true), '')::uuid;
  ids uuid[];
  numbers bigint[];
  shift integer;
  layer bigint;
begin
  foreach shift in array array[9, 12, 15, 18] loop
    layer := newest >> shift;
    exit when layer < 2;
    perform set_config('reglament.asked', (wanted && (quote_literal(marked || '#' || shift || '.' || layer)::tsquery
      || quote_literal(marked || '#' || shift || '.' || (layer - 1))::tsquery))::text, true);
    select array_agg(f.object_id), array_agg(f.number) into ids, numbers from (
      select d.object_id, d.number from search_document d
      where (d.desk_id = asked_desk) is true and (d.kind = asked_kind) is true order by d.number desc limit enough) f;
    if cardinality(ids) >= enough then
      perform set_config('reglament.asked', '', true);
      return query select * from unnest(ids, numbers);
      return;
    end if;
    exit when (coalesce(cardinality(ids), 0) + 2) * newest < 2000 * (newest - ((layer - 1) << shift) + 1);
  end loop;
  perform set_config('reglament.asked', wanted::text, true);
  -- Of companies and people that all have a word any will do.
  return query select f.object_id, f.number from (select d.object_id, d.number from search_document d
      where (d.desk_id = asked_desk) is true and (d.kind = asked_kind) is true
      limit case when asked_kind in ('ticket', 'portal') then 10000 else enough end) f
    order by f.number desc, f.object_id limit enough;
  perform set_config('reglament.asked', '', true);
end
$$;

-- Whether a customer's word is awaited: such tickets come first in the portal. A proposal waits for the customer whatever the state.
alter table ticket add column waits_for_customer boolean not null generated always as (
  state <> 'closed' and (state in ('waiting-for-customer', 'resolved')
    or body ->> 'proposal' is not null or body ->> 'dateProposal' is not null)) stored;
create index ticket_company_waits on ticket (desk_id, company_id, registered_at desc, number desc) where waits_for_customer;
create index ticket_contact_waits on ticket (desk_id, contact_id, registered_at desc, number desc) where waits_for_customer;
