-- What the vendor makes and what customers run: products with their versions, instances, licence agreements.
create table product (
  desk_id uuid not null references desk (desk_id),
  product_id uuid not null,
  -- As regulations, certificates and tickets name it.
  name text not null check (name <> ''),
  -- No longer sold or offered; what is on record about it stays.
  retired_at timestamptz,
  version integer not null default 1 check (version > 0),
  primary key (desk_id, product_id),
  unique (desk_id, name)
);

create table product_version (
  desk_id uuid not null references desk (desk_id),
  product_version_id uuid not null,
  product_id uuid not null,
  -- `8.2.1`: numbers with points between them, compared number by number.
  number text not null check (number ~ '^\d{1,9}(\.\d{1,9}){0,5}$'),
  released_on date not null,
  -- From this day a newer one is current; null: it is.
  outdated_on date,
  -- From this day it is supported no more.
  end_of_life_on date check (end_of_life_on >= released_on),
  platforms text[] not null default '{}',
  primary key (desk_id, product_version_id),
  unique (desk_id, product_id, number),
  foreign key (desk_id, product_id) references product (desk_id, product_id)
);

create table licence_agreement (
  desk_id uuid not null references desk (desk_id),
  licence_agreement_id uuid not null,
  company_id uuid not null,
  number text not null check (number <> ''),
  -- Names of products; null: all of them.
  products text[],
  from_date date not null,
  -- The last day; null: without an end.
  until_date date check (until_date >= from_date),
  version integer not null default 1 check (version > 0),
  primary key (desk_id, licence_agreement_id),
  unique (desk_id, number),
  foreign key (desk_id, company_id) references company (desk_id, company_id)
);
create index licence_agreement_of on licence_agreement (desk_id, company_id);
create index licence_agreement_by_end on licence_agreement (desk_id, until_date, licence_agreement_id) where until_date is not null;

create table instance (
  desk_id uuid not null references desk (desk_id),
  instance_id uuid not null,
  company_id uuid not null,
  product_id uuid not null,
  product_version_id uuid,
  -- Of the regulation; null: not known, or the product knows no types.
  installation_type text,
  -- A protection key or a serial number as it is printed, and as it is compared; null: it has none.
  key text,
  folded_key text,
  key_registered_on date,
  commissioned_on date,
  -- Whether it has worked at least once.
  has_worked boolean not null default false,
  site_id uuid,
  -- Licences activated in it.
  activated integer not null default 1 check (activated >= 0),
  -- The certificate that it is supported under; null: none was named.
  certificate_id uuid,
  removed_at timestamptz,
  version integer not null default 1 check (version > 0),
  primary key (desk_id, instance_id),
  foreign key (desk_id, company_id) references company (desk_id, company_id),
  foreign key (desk_id, product_id) references product (desk_id, product_id),
  foreign key (desk_id, product_version_id) references product_version (desk_id, product_version_id),
  foreign key (desk_id, site_id) references company_site (desk_id, site_id),
  foreign key (desk_id, certificate_id) references certificate (desk_id, certificate_id)
);
create unique index instance_key on instance (desk_id, product_id, folded_key) where folded_key is not null and removed_at is null;
create index instance_of on instance (desk_id, company_id, instance_id);
create index instance_by_key on instance (desk_id, folded_key text_pattern_ops) where folded_key is not null;
create index instance_under on instance (desk_id, certificate_id) where certificate_id is not null and removed_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['product', 'product_version', 'licence_agreement', 'instance'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy desk_only on %I using (desk_id = nullif(current_setting(''reglament.desk'', true), '''')::uuid
         or current_setting(''reglament.every_desk'', true) = ''on'')', name);
  end loop;
end
$$;
