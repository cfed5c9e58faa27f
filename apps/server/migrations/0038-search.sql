-- What is looked for by words: tickets, companies, contacts and certificates, each as the forms of its words, and the words of a
-- desk by themselves, for those typed halfway or misspelled. Forms are made by the application (text/search).
create table search_document (
  desk_id uuid not null references desk (desk_id),
  kind text not null check (kind in ('ticket', 'company', 'contact', 'certificate')),
  object_id uuid not null,
  -- Of a ticket: newer ones have higher numbers; of anything else 0.
  number bigint not null,
  -- Each word carries desk and kind before it, so that words of one desk are never met by a question of another.
  words tsvector not null,
  -- It has more words than are kept: the last ones are not found.
  is_cut boolean not null,
  primary key (desk_id, kind, object_id)
);
-- Documents are written in batches behind the commands: a list of pending entries would only slow the questions down.
create index search_document_words on search_document using gin (words) with (fastupdate = off);

create table search_word (
  desk_id uuid not null references desk (desk_id),
  kind text not null check (kind in ('ticket', 'company', 'contact', 'certificate')),
  word text collate "C" not null,
  -- How often it came into a document: what is common is proposed first.
  documents integer not null,
  primary key (desk_id, kind, word)
);

-- A word by what is left of it when one letter is taken out: two that differ in a letter meet here.
create table search_spelling (
  desk_id uuid not null references desk (desk_id),
  cut text collate "C" not null,
  word text collate "C" not null,
  primary key (desk_id, cut, word)
);

-- What changed and is not looked at yet. Several rows may stand for one thing: whoever writes waits for nobody here.
create table search_due (
  desk_id uuid not null references desk (desk_id),
  due_id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('ticket', 'company', 'contact', 'certificate')),
  object_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  primary key (desk_id, at, due_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['search_document', 'search_word', 'search_spelling', 'search_due'] loop
    execute format('alter table %I enable row level security', name);
    -- A forced policy takes the words' index away: documents are read by the function below alone, which asks for the desk.
    if name <> 'search_document' then execute format('alter table %I force row level security', name); end if;
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;

-- Things of one desk and kind that have the words, the newest first, at most `enough`. Of a word that most tickets have only the
-- newest tickets are looked through: wider and wider layers of numbers, until there are enough. A layer is a word of the documents
-- too, so that the index itself does the cutting. Refuses a desk that the transaction is not in.
create function search_documents(asked_desk uuid, asked_kind text, marked text, wanted tsquery, newest bigint, enough integer)
returns setof uuid language plpgsql stable security definer set search_path from current as $$
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
    found := array(select d.object_id from search_document d
      where d.words @@ (wanted && layer) and d.desk_id = asked_desk and d.kind = asked_kind
      order by d.number desc limit enough);
    if cardinality(found) >= enough then
      return query select unnest(found);
      return;
    end if;
  end loop;
  -- Of companies and people that all have a word any will do.
  return query select f.object_id from (select d.object_id, d.number from search_document d
      where d.words @@ wanted and d.desk_id = asked_desk and d.kind = asked_kind limit 10000) f
    order by f.number desc, f.object_id limit enough;
end
$$;

-- Whoever writes, by whatever statement, leaves word in the same transaction.
create function search_due_ticket() returns trigger language plpgsql as $$
begin
  insert into search_due (desk_id, kind, object_id) values (new.desk_id, 'ticket', new.ticket_id);
  return null;
end
$$;
create trigger search_due_new after insert on ticket for each row execute function search_due_ticket();
create trigger search_due_changed after update on ticket for each row
  when (old.subject is distinct from new.subject or old.company_id is distinct from new.company_id
    or old.contact_id is distinct from new.contact_id or old.fields is distinct from new.fields)
  execute function search_due_ticket();
create trigger search_due_said after insert on message for each row execute function search_due_ticket();

create function search_due_company() returns trigger language plpgsql as $$
begin
  insert into search_due (desk_id, kind, object_id) values (new.desk_id, 'company', new.company_id);
  if tg_op = 'UPDATE' and old.name is distinct from new.name then
    insert into search_due (desk_id, kind, object_id)
      select desk_id, 'ticket', ticket_id from ticket where desk_id = new.desk_id and company_id = new.company_id
      union all select desk_id, 'certificate', certificate_id from certificate where desk_id = new.desk_id and company_id = new.company_id
      union all select desk_id, 'contact', contact_id from contact_of_company where desk_id = new.desk_id and company_id = new.company_id;
  end if;
  return null;
end
$$;
create trigger search_due_new after insert on company for each row execute function search_due_company();
create trigger search_due_changed after update on company for each row
  when ((old.name, old.inn, old.kpp, old.ogrn, old.city, old.merged_into) is distinct from (new.name, new.inn, new.kpp, new.ogrn, new.city, new.merged_into))
  execute function search_due_company();

create function search_due_contact() returns trigger language plpgsql as $$
begin
  insert into search_due (desk_id, kind, object_id) values (new.desk_id, 'contact', new.contact_id);
  if tg_op = 'UPDATE' and (old.name, old.email, old.phone) is distinct from (new.name, new.email, new.phone) then
    insert into search_due (desk_id, kind, object_id)
      select desk_id, 'ticket', ticket_id from ticket where desk_id = new.desk_id and contact_id = new.contact_id;
  end if;
  return null;
end
$$;
create trigger search_due_new after insert on contact for each row execute function search_due_contact();
create trigger search_due_changed after update on contact for each row
  when ((old.name, old.email, old.phone, old.company_id) is distinct from (new.name, new.email, new.phone, new.company_id))
  execute function search_due_contact();

create function search_due_certificate() returns trigger language plpgsql as $$
begin
  insert into search_due (desk_id, kind, object_id) values (new.desk_id, 'certificate', new.certificate_id);
  return null;
end
$$;
create trigger search_due_new after insert on certificate for each row execute function search_due_certificate();
create trigger search_due_changed after update on certificate for each row
  when ((old.number, old.company_id) is distinct from (new.number, new.company_id))
  execute function search_due_certificate();

-- What is there already is looked at by the jobs of the server, in batches.
select set_config('reglament.every_desk', 'on', true);
insert into search_due (desk_id, kind, object_id)
  select desk_id, 'company', company_id from company
  union all select desk_id, 'certificate', certificate_id from certificate
  union all select desk_id, 'contact', contact_id from contact
  union all select desk_id, 'ticket', ticket_id from ticket;
