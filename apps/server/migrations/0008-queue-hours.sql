-- The edition of the production calendar that the nearest deadline was counted by; null: its hours follow none, or it was
-- counted before editions were kept. Calendar days are plain time too.
alter table ticket add column due_edition text;
select set_config('reglament.every_desk', 'on', true);
update ticket t set
  due_edition = c.value #>> '{rule,calendar,edition}',
  due_elapsed = c.value #>> '{rule,target,kind}' in ('elapsed', 'calendar-days')
from ticket own, jsonb_array_elements(own.body -> 'clocks') as c(value)
where own.desk_id = t.desk_id and own.ticket_id = t.ticket_id and c.value ->> 'id' = t.due_clock;
