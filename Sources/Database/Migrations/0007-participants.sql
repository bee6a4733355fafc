-- Addresses of calendars of what somebody saved, which whoever knows one may read. Only hashes are kept.
CREATE TABLE calendar_addresses (
  account TEXT PRIMARY KEY REFERENCES accounts (id),
  secret_hash TEXT NOT NULL UNIQUE,
  made_at BIGINT NOT NULL
);

-- Who wants a mail before what they saved begins.
CREATE TABLE reminders (
  account TEXT PRIMARY KEY REFERENCES accounts (id),
  since BIGINT NOT NULL
);

-- Who says that a paper is theirs, and what an organizer said to it.
CREATE TABLE paper_claims (
  account TEXT NOT NULL REFERENCES accounts (id),
  paper TEXT NOT NULL,
  state TEXT NOT NULL,
  claimed_at BIGINT NOT NULL,
  PRIMARY KEY (account, paper)
);
CREATE INDEX paper_claims_by_state ON paper_claims (state, claimed_at);
