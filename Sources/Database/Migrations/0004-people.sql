-- Who takes part. An address is folded, so that a person has one account however it was typed; a former participant has none.
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  email TEXT UNIQUE,
  name TEXT NOT NULL,
  affiliation TEXT,
  country TEXT,
  -- As the list of registrations calls it.
  registration TEXT,
  role TEXT NOT NULL,
  standing TEXT NOT NULL,
  -- What the person says of themselves, as JSON.
  profile TEXT NOT NULL,
  -- Name, address, affiliation and registration, folded, to be searched.
  words TEXT NOT NULL,
  -- Which text of the code of conduct was accepted, and when.
  conduct TEXT,
  conduct_at BIGINT,
  added_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX accounts_by_registration ON accounts (registration);

-- What was sent to sign in with. Only hashes are kept; a row without an account was asked for by a stranger.
CREATE TABLE sign_ins (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  account TEXT REFERENCES accounts (id),
  link_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  -- Of the browser that asked, the only one in which the link works; none where it works anywhere.
  browser_hash TEXT,
  guesses INTEGER NOT NULL,
  asked_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  -- What a newcomer wrote, as JSON, who has an account once the address is shown to be theirs.
  newcomer TEXT
);
CREATE INDEX sign_ins_by_email ON sign_ins (email);
CREATE INDEX sign_ins_by_account ON sign_ins (account);

-- Browsers that are signed in.
CREATE TABLE devices (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL REFERENCES accounts (id),
  browser TEXT NOT NULL,
  signed_in_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX devices_by_account ON devices (account);

-- How much of what is limited was used since when.
CREATE TABLE allowances (
  name TEXT PRIMARY KEY,
  used BIGINT NOT NULL,
  since BIGINT NOT NULL
);

-- Who did what when to what.
CREATE TABLE deeds (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  account TEXT REFERENCES accounts (id),
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- JSON.
  detail TEXT
);
CREATE INDEX deeds_by_time ON deeds (at);

-- What somebody saved, visited and noted.
CREATE TABLE saved (
  account TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  saved_at BIGINT,
  visited_at BIGINT,
  note TEXT,
  PRIMARY KEY (account, kind, subject)
);

-- What organizers set, as JSON.
CREATE TABLE choices (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
