-- What somebody asked the help desk.
CREATE TABLE help_requests (
  id TEXT PRIMARY KEY,
  -- None where a visitor asks, who gave a name and an address for the answer.
  account TEXT REFERENCES accounts (id),
  name TEXT NOT NULL,
  email TEXT,
  body TEXT NOT NULL,
  -- Where it happened, and in what browser, as far as the asker said so.
  page TEXT,
  browser TEXT,
  asked_at BIGINT NOT NULL,
  -- Who answers.
  helper TEXT REFERENCES accounts (id),
  taken_at BIGINT,
  closed_at BIGINT,
  -- What came of it, for other helpers.
  note TEXT
);
CREATE INDEX help_requests_by_end ON help_requests (closed_at, asked_at);
CREATE INDEX help_requests_by_account ON help_requests (account, asked_at);

-- What visitors were answered by mail.
CREATE TABLE help_answers (
  id TEXT PRIMARY KEY,
  request TEXT NOT NULL REFERENCES help_requests (id),
  account TEXT NOT NULL REFERENCES accounts (id),
  body TEXT NOT NULL,
  sent_at BIGINT NOT NULL
);
CREATE INDEX help_answers_by_request ON help_answers (request, sent_at);
CREATE INDEX help_answers_by_account ON help_answers (account);

-- When the desk is to be staffed, and by whom.
CREATE TABLE help_shifts (
  id TEXT PRIMARY KEY,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  -- How many people it takes.
  places INTEGER NOT NULL
);
CREATE INDEX help_shifts_by_end ON help_shifts (until_at);
CREATE TABLE help_shift_people (
  shift TEXT NOT NULL REFERENCES help_shifts (id),
  account TEXT NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (shift, account)
);
CREATE INDEX help_shift_people_by_account ON help_shift_people (account);

-- Announcements that helpers made of known problems.
CREATE TABLE help_problems (
  announcement TEXT PRIMARY KEY REFERENCES announcements (id),
  account TEXT NOT NULL REFERENCES accounts (id)
);
CREATE INDEX help_problems_by_account ON help_problems (account);
