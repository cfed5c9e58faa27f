-- The line of support that has the ticket; null: its regulation knows none, or none was found.
alter table ticket add column line_id text;
-- What whoever receives tickets has still to do with it; null: not looked at since this column is there, the server does so
-- when it starts, because only the regulation can tell.
alter table ticket add column first_work text[];
select set_config('reglament.every_desk', 'on', true);
update ticket set
  line_id = body #>> '{line,id}',
  first_work = case when state in ('resolved', 'closed') then '{}'::text[] end;

-- A queue for each line, and what waits to be classified: in the queue's order, like every view.
create index ticket_line on ticket (desk_id, line_id, queue_key, ticket_id)
  where line_id is not null and state in ('new', 'in-progress', 'waiting-for-customer');
create index ticket_first_work on ticket (desk_id, queue_key, ticket_id) where first_work <> '{}';
-- Empty but for the first start.
create index ticket_not_looked_at on ticket (desk_id, ticket_id) where first_work is null;
