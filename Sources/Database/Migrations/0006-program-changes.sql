-- What was done to the program, in order, so that it can be undone.
CREATE TABLE program_changes (
  id BIGINT PRIMARY KEY,
  at BIGINT NOT NULL,
  -- None for the command line.
  account TEXT REFERENCES accounts (id),
  origin TEXT NOT NULL,
  summary TEXT NOT NULL,
  -- The change that this one takes back.
  undoes BIGINT REFERENCES program_changes (id),
  undone_by BIGINT REFERENCES program_changes (id)
);

-- One entry before and after a change. Where there is no position there was no entry; a body that is NULL beside a position
-- was left as it was.
CREATE TABLE program_change_steps (
  change BIGINT NOT NULL REFERENCES program_changes (id),
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  number BIGINT NOT NULL,
  before_position BIGINT,
  before_body TEXT,
  after_position BIGINT,
  after_body TEXT,
  PRIMARY KEY (change, kind, entry)
);
CREATE INDEX program_change_steps_by_entry ON program_change_steps (kind, entry);

-- What the imported files say of entries that somebody has changed by hand since; no body where they say nothing.
CREATE TABLE program_originals (
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  body TEXT,
  PRIMARY KEY (kind, entry)
);
