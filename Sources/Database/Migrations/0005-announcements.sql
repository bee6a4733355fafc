-- What organizers tell everybody, or those who are in one session.
CREATE TABLE announcements (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  -- Markdown.
  body TEXT NOT NULL,
  -- Only for who saved this session; none for everybody.
  session TEXT,
  from_at BIGINT NOT NULL,
  until_at BIGINT,
  withdrawn_at BIGINT,
  -- The mails of it, where it goes by mail too: the beginning of their batches' names.
  batch TEXT,
  added_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE INDEX announcements_by_time ON announcements (from_at);

-- By which people say that they want no announcements by mail, without signing in; a row for each who was sent one.
CREATE TABLE mail_wishes (
  account TEXT PRIMARY KEY REFERENCES accounts (id),
  token TEXT NOT NULL UNIQUE,
  declined_at BIGINT
);

-- Lists that an organizer has uploaded and looks at before they count; kept for an hour.
CREATE TABLE uploads (
  token_hash TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  -- only: sqlite
  bytes BLOB NOT NULL,
  -- end
  -- only: postgres
  bytes BYTEA NOT NULL,
  -- end
  expires_at BIGINT NOT NULL
);

-- What the console looks up.
CREATE INDEX deeds_by_subject ON deeds (subject, at);
CREATE INDEX deeds_by_account ON deeds (account, at);
CREATE INDEX outbox_by_recipient ON outbox (recipient, id);
-- only: sqlite
CREATE INDEX accounts_by_words ON accounts (words, id, role, standing);
-- end
