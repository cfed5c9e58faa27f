-- breaking: a server from before looks for the token itself
-- Of a session the table keeps the SHA-256 of its token: the cookie alone has the token, so that nobody who reads a dump is let in by it.
-- Sessions that live now go on.
alter table person_session drop constraint person_session_token_check;
update person_session set token = encode(sha256(convert_to(token, 'UTF8')), 'hex');
alter table person_session rename column token to token_hash;
alter table person_session add constraint person_session_token_hash_check check (token_hash ~ '^[0-9a-f]{64}$');
alter table person_session rename constraint person_session_token_key to person_session_token_hash_key;
