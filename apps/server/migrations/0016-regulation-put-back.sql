-- A text may come into force again after another one was: each time is a version of its own. A server from before this can
-- still work here as long as its files bring no text that the database has never seen.
alter table regulation_version drop constraint regulation_version_desk_id_sha256_key;
-- A version that was waiting for its day when another text took its place: it never comes into force.
alter table regulation_version add column withdrawn_at timestamptz;

-- A new desk is given to the administrators there are; nobody's request stands behind that.
alter table audit drop constraint audit_action_check;
alter table audit add constraint audit_action_check check (action in ('sign-in', 'request', 'journal-drift', 'role-given'));
