-- In which language somebody is written to; null: nobody has said, and letters go out in Russian.
alter table contact add column language text check (language in ('ru', 'en'));
