-- The search is planned by the words of each question: a plan made for all of them reads every document of a desk.
create or replace function search_documents(asked_desk uuid, asked_kind text, marked text, wanted tsquery, newest bigint, enough integer)
returns setof uuid language plpgsql stable security definer
set search_path from current set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
declare
  found uuid[];
  shift integer;
  layer tsquery;
begin
  if asked_desk is distinct from nullif(current_setting('reglament.desk', true), '')::uuid then
    raise exception 'a search in another desk' using errcode = 'insufficient_privilege';
  end if;
  foreach shift in array array[9, 12, 15, 18] loop
    exit when newest >> shift < 2;
    layer := quote_literal(marked || '#' || shift || '.' || (newest >> shift))::tsquery
      || quote_literal(marked || '#' || shift || '.' || ((newest >> shift) - 1))::tsquery;
    -- Planned each time: how many have the words is what the plan hangs on.
    execute 'select array(select d.object_id from search_document d
      where d.words @@ $1 and d.desk_id = $2 and d.kind = $3 order by d.number desc limit $4)'
      into found using wanted && layer, asked_desk, asked_kind, enough;
    if cardinality(found) >= enough then
      return query select unnest(found);
      return;
    end if;
  end loop;
  -- Of companies and people that all have a word any will do.
  return query execute 'select f.object_id from (select d.object_id, d.number from search_document d
      where d.words @@ $1 and d.desk_id = $2 and d.kind = $3 limit 10000) f
    order by f.number desc, f.object_id limit $4'
    using wanted, asked_desk, asked_kind, enough;
end
$$;

-- By which reading of words the documents were made: the server looks at everything anew when it reads otherwise.
alter table installation add column search_reading integer not null default 1;
