-- Not failed sign-ins alone are counted for all servers together: also tries of a second factor, of links, and what is asked for.
-- The key is the SHA-256 of what is tried, whom it is tried for, and the network.
alter table sign_in_attempt rename to counted_attempt;
