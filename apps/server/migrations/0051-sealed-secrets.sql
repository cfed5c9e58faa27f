-- breaking: a server from before signs with what it does not know to be sealed
-- Secrets of webhooks and of authenticator apps are sealed with the installation's key, which stands outside the database; those from
-- before are sealed when a server starts.
alter table webhook drop constraint webhook_secret_check;
alter table webhook add check (length(secret) between 32 and 200);
alter table person_totp drop constraint person_totp_secret_check;
alter table person_totp add check (octet_length(secret) between 20 and 200);
