-- The program of the conference. It is read as a whole into memory and changed by imports, so an entry is one row:
-- its fields as JSON, and what the database itself needs to know.
CREATE TABLE program_entries (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Names the entry in the search index; never given twice.
  number BIGINT NOT NULL UNIQUE,
  position BIGINT NOT NULL,
  body TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  modified_at BIGINT NOT NULL,
  PRIMARY KEY (kind, id)
);

-- One row. The version rises with every change of the program, so that whoever holds it in memory notices.
CREATE TABLE program_state (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  next_number BIGINT NOT NULL
);
INSERT INTO program_state (only_row, version, changed_at, next_number) VALUES (1, 0, 0, 1);

-- Everything that a calendar was ever told, so that a change raises its SEQUENCE and what vanishes is told as cancelled.
CREATE TABLE calendar_stamps (
  uid TEXT PRIMARY KEY,
  start_at BIGINT NOT NULL,
  end_at BIGINT NOT NULL,
  summary TEXT NOT NULL,
  is_cancelled INTEGER NOT NULL,
  sequence BIGINT NOT NULL,
  modified_at BIGINT NOT NULL,
  -- Of a session, not of a paper's place in one: the other calendars in which it stands.
  kind TEXT,
  event TEXT
);

-- only: sqlite
-- The texts are in program_entries already: the indexes keep none, and rowid is the entry's number.
CREATE VIRTUAL TABLE paper_search USING fts5(
  title, keywords, people, body, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE page_search USING fts5(
  title, people, body, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE paper_words USING fts5vocab(paper_search, 'row');
CREATE VIRTUAL TABLE page_words USING fts5vocab(page_search, 'row');
-- end
