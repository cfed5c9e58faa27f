-- Who the customers are: numbers by which a company is known, where it is, what standing it has with the vendor, who speaks for
-- it and from which sites; two records of one company merged, so that the merge can be undone.
alter table company add column inn text check (inn ~ '^(\d{10}|\d{12})$');
alter table company add column kpp text check (kpp ~ '^\d{4}[0-9A-Z]{2}\d{3}$');
alter table company add column ogrn text check (ogrn ~ '^(\d{13}|\d{15})$');
alter table company add column district text
  check (district in ('central', 'north-west', 'south', 'north-caucasus', 'volga', 'ural', 'siberia', 'far-east'));
alter table company add column city text not null default '';
-- The name as it is compared: written by the application with the name.
alter table company add column folded_name text not null default '';
alter table company add column version integer not null default 1 check (version > 0);
-- The record that it was made part of; null: it stands by itself.
alter table company add column merged_into uuid;
alter table company add foreign key (desk_id, merged_into) references company (desk_id, company_id);

select set_config('reglament.every_desk', 'on', true);
update company set folded_name = trim(regexp_replace(regexp_replace(
  translate(lower(name), 'ё', 'е'), '[^[:alnum:]]+', ' ', 'g'), '(^| )(ооо|оао|зао|пао|нао|ао|ип)(?= |$)', ' ', 'g'));

-- INN and KPP are the key, also of a record that was merged away: whoever names them means the record that was kept.
create unique index company_key on company (desk_id, inn, coalesce(kpp, '')) where inn is not null;
create index company_folded on company (desk_id, folded_name) where merged_into is null;
create index company_by_name on company (desk_id, name collate "ru-x-icu", company_id) where merged_into is null;
create index company_merged on company (desk_id, merged_into) where merged_into is not null;

-- For whom a person speaks: several companies may share one. contact.company_id is the one whose certificates a letter asks for.
create table contact_of_company (
  desk_id uuid not null references desk (desk_id),
  contact_id uuid not null,
  company_id uuid not null,
  -- Named by the company as somebody who may ask under its certificates.
  listed boolean not null default true,
  primary key (desk_id, contact_id, company_id),
  foreign key (desk_id, contact_id) references contact (desk_id, contact_id),
  foreign key (desk_id, company_id) references company (desk_id, company_id)
);
create index contact_of_company_by on contact_of_company (desk_id, company_id);
insert into contact_of_company (desk_id, contact_id, company_id)
  select desk_id, contact_id, company_id from contact where company_id is not null;

create function contact_speaks_for() returns trigger language plpgsql as $$
begin
  if new.company_id is not null then
    insert into contact_of_company (desk_id, contact_id, company_id) values (new.desk_id, new.contact_id, new.company_id)
      on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger contact_speaks_for after insert or update of company_id on contact
  for each row execute function contact_speaks_for();
create index contact_phone on contact (desk_id, phone) where phone <> '';

create table company_site (
  desk_id uuid not null references desk (desk_id),
  site_id uuid not null,
  company_id uuid not null,
  name text not null,
  city text not null default '',
  region text not null default '',
  -- Of the IANA data: what time it is where the instance stands.
  zone text not null,
  primary key (desk_id, site_id),
  foreign key (desk_id, company_id) references company (desk_id, company_id)
);
create index company_site_of on company_site (desk_id, company_id);

create table company_standing (
  desk_id uuid not null references desk (desk_id),
  standing_id uuid not null,
  company_id uuid not null,
  -- A company role of the regulation.
  role text not null,
  from_date date not null,
  -- The last day; null: until it is taken away.
  until_date date check (until_date >= from_date),
  primary key (desk_id, standing_id),
  foreign key (desk_id, company_id) references company (desk_id, company_id)
);
create index company_standing_of on company_standing (desk_id, company_id);

-- What a merge moved, thing by thing, so that undoing puts back exactly that.
create table company_merge (
  desk_id uuid not null references desk (desk_id),
  merge_id uuid not null,
  kept_id uuid not null,
  gone_id uuid not null,
  at timestamptz not null,
  person_id uuid references person (id),
  undone_at timestamptz,
  undone_by uuid references person (id),
  primary key (desk_id, merge_id),
  foreign key (desk_id, kept_id) references company (desk_id, company_id),
  foreign key (desk_id, gone_id) references company (desk_id, company_id)
);
create unique index company_merge_holds on company_merge (desk_id, gone_id) where undone_at is null;

create table company_merge_moved (
  desk_id uuid not null references desk (desk_id),
  merge_id uuid not null,
  -- The table that the thing stands in.
  kind text not null,
  object_id uuid not null,
  -- Of a contact: whether both records named the person before, and whether each listed them.
  detail jsonb not null default '{}',
  primary key (desk_id, merge_id, kind, object_id),
  foreign key (desk_id, merge_id) references company_merge (desk_id, merge_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['contact_of_company', 'company_site', 'company_standing', 'company_merge', 'company_merge_moved']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
