-- The order of a desk's queue, by its regulation in force: the first part that differs counts. Every ticket carries its place in
-- it as text that sorts byte by byte, kept by a trigger: whoever writes a ticket need not know the order.
alter table desk add column queue_order text not null default 'priority deadline';

create function queue_key(queue_order text, coverage text, priority_rank smallint, due_at timestamptz, received_at timestamptz)
returns text language sql stable as $$
  select coalesce(string_agg(case part
    when 'entitled-first' then case when coverage = 'covered' then '0' else '1' end
    when 'priority' then lpad(priority_rank::text, 5, '0')
    when 'deadline' then lpad(trunc(extract(epoch from due_at) * 1000)::text, 15, '0')
    when 'received' then lpad(trunc(extract(epoch from received_at) * 1000)::text, 15, '0')
  end, ' ' order by n), '')
  from unnest(string_to_array(queue_order, ' ')) with ordinality as parts(part, n)
$$;

alter table ticket add column queue_key text collate "C";
select set_config('reglament.every_desk', 'on', true);
update ticket set queue_key = queue_key('priority deadline', coverage, priority_rank, due_at, received_at);
alter table ticket alter column queue_key set not null;

create function ticket_queue_key() returns trigger language plpgsql as $$
begin
  new.queue_key := queue_key((select d.queue_order from desk d where d.desk_id = new.desk_id), new.coverage, new.priority_rank, new.due_at, new.received_at);
  return new;
end
$$;
create trigger ticket_queue_key before insert or update of coverage, priority_rank, due_at, received_at on ticket
  for each row execute function ticket_queue_key();

-- One index a view, in the queue's order.
drop index ticket_open;
drop index ticket_mine;
drop index ticket_by_state;
drop index ticket_unidentified;
create index ticket_open on ticket (desk_id, queue_key, ticket_id) where state in ('new', 'in-progress', 'waiting-for-customer');
create index ticket_mine on ticket (desk_id, assignee_id, queue_key, ticket_id) where state in ('new', 'in-progress', 'waiting-for-customer');
create index ticket_by_state on ticket (desk_id, state, queue_key, ticket_id);
create index ticket_unidentified on ticket (desk_id, queue_key, ticket_id) where company_id is null and state <> 'closed';
