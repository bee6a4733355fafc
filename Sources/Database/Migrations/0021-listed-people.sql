-- What the list of registrations said last of somebody, so that the next one changes only what it says anew.
CREATE TABLE listed_people (
  account TEXT PRIMARY KEY REFERENCES accounts (id),
  email TEXT,
  name TEXT,
  affiliation TEXT,
  country TEXT,
  registration TEXT,
  role TEXT
);

-- Addresses that somebody had before, so that what is kept by address is found when they take it along or erase it.
CREATE TABLE former_addresses (
  account TEXT NOT NULL REFERENCES accounts (id),
  email TEXT NOT NULL,
  left_at BIGINT NOT NULL,
  PRIMARY KEY (account, email)
);
CREATE INDEX former_addresses_by_email ON former_addresses (email);

-- When an organizer said something to a claim last; none while it waits, and for what was said before this was noted.
ALTER TABLE paper_claims ADD COLUMN decided_at BIGINT;
