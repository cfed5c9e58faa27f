-- Words are behind the same wall as everything else: also whoever owns the table sees those of the desk alone that the transaction is
-- in. A policy that is forced takes a full-text index away from the questions, which are not leakproof; a restrictive policy comes
-- before the others, so the question itself is one. Without a question every word will do: nothing has the word ~.
alter table search_document force row level security;
create policy asked on search_document as restrictive for select
  using (words @@ coalesce(nullif(current_setting('reglament.asked', true), ''), '!''~''')::tsquery);

-- Things of the desk that the transaction is in and of one kind that have the words, the newest first, at most `enough`. Of a word
-- that most tickets have only the newest tickets are looked through: wider and wider layers of numbers, until there are enough or so
-- few that all tickets are sooner looked through than another layer. A layer is a word of the documents too, so that the index
-- itself does the cutting. Whatever the statistics say, only the words' index is left to go by: with `is true` the primary key, which
-- would read every document of the desk, is of no use.
-- (An older server goes on with the function that asks for the desk as well: slowly, and behind the wall too.)
create function search_documents(asked_kind text, marked text, wanted tsquery, newest bigint, enough integer)
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
      limit case when asked_kind = 'ticket' then 10000 else enough end) f
    order by f.number desc, f.object_id limit enough;
  perform set_config('reglament.asked', '', true);
end
$$;

-- The same with those first that have the words in the subject: with enough of them nothing else is looked for, else some come twice.
create function search_things(asked_kind text, marked text, in_subject tsquery, anywhere tsquery, newest bigint, enough integer)
returns table (object_id uuid, number bigint, is_in_subject boolean) language plpgsql set search_path from current as $$
declare
  found bigint := 0;
begin
  if in_subject is not null then
    return query select d.object_id, d.number, true from search_documents(asked_kind, marked, in_subject, newest, enough) d;
    get diagnostics found = row_count;
    if found >= enough then return; end if;
  end if;
  return query select d.object_id, d.number, false
    from search_documents(asked_kind, marked, anywhere, newest, enough + found::integer) d;
end
$$;

-- What many documents have is proposed first for half a word, without reading every word that begins so. A column of its own: one
-- that counts would have each count written into the index.
alter table search_word add column is_common boolean not null default false;
create index search_word_common on search_word (desk_id, kind, word) where is_common;

-- What is said no more is forgotten; words that were kept of erased texts so far go with the lists, which the server makes anew.
truncate search_document, search_word, search_spelling;
update installation set search_reading = 0;

-- Of what is deleted only the old row is known.
create or replace function search_due_ticket() returns trigger language plpgsql as $$
begin
  insert into search_due (desk_id, kind, object_id)
    values (coalesce(new.desk_id, old.desk_id), 'ticket', coalesce(new.ticket_id, old.ticket_id));
  return null;
end
$$;
create function search_due_deleted() returns trigger language plpgsql as $$
begin
  insert into search_due (desk_id, kind, object_id)
    values (old.desk_id, tg_table_name, (to_jsonb(old) ->> (tg_table_name || '_id'))::uuid);
  return null;
end
$$;
create trigger search_due_unsaid after update of text or delete on message for each row execute function search_due_ticket();
create trigger search_due_deleted after delete on ticket for each row execute function search_due_deleted();
create trigger search_due_deleted after delete on company for each row execute function search_due_deleted();
create trigger search_due_deleted after delete on contact for each row execute function search_due_deleted();
create trigger search_due_deleted after delete on certificate for each row execute function search_due_deleted();
