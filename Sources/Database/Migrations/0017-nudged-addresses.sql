-- Authors without an account to whom organizers wrote about questions, by their addresses: each has a link to decline by.
CREATE TABLE nudged_addresses (
  email TEXT PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  declined_at BIGINT
);
