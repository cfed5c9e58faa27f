-- Who tried what they may not: refused sign-ins and refused requests. Append-only, global: a refusal may belong to no desk.
create table audit (
  audit_id uuid primary key,
  at timestamptz not null,
  action text not null check (action in ('sign-in', 'request')),
  -- Problem code that it was answered with.
  outcome text not null,
  person_id uuid references person (id),
  -- The address of the route without its query; for a sign-in the masked e-mail.
  target text not null check (length(target) <= 300),
  client_address text not null check (length(client_address) <= 64),
  request_id uuid not null
);
create index audit_at on audit (at);
