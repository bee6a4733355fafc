-- What is asked of speakers and authors.
CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  -- What it is asked about, as addresses call it: "papers/hT7borrowD".
  subject TEXT NOT NULL,
  author TEXT NOT NULL REFERENCES accounts (id),
  is_anonymous INTEGER NOT NULL,
  -- Made by the form, so that a form that is sent twice asks once.
  client TEXT NOT NULL,
  body TEXT NOT NULL,
  -- Seconds from the beginning of the talk.
  moment BIGINT,
  state TEXT NOT NULL,
  -- Its own id, or that of the question that it was merged into.
  root TEXT NOT NULL,
  -- In Markdown.
  answer TEXT,
  answered_by TEXT REFERENCES accounts (id),
  answered_at BIGINT,
  hidden_at BIGINT,
  asked_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  UNIQUE (author, client)
);
CREATE INDEX questions_by_subject ON questions (subject, state);
CREATE INDEX questions_by_root ON questions (root);

-- One vote for each person and question.
CREATE TABLE question_votes (
  question TEXT NOT NULL REFERENCES questions (id),
  account TEXT NOT NULL REFERENCES accounts (id),
  voted_at BIGINT NOT NULL,
  PRIMARY KEY (question, account)
);
CREATE INDEX question_votes_by_account ON question_votes (account);

-- Subjects that take no new questions.
CREATE TABLE question_closings (
  subject TEXT PRIMARY KEY,
  closed_at BIGINT NOT NULL
);

-- The daily mail on questions that wait for an author's answer: who declined it, and when the last one went.
CREATE TABLE question_digests (
  account TEXT PRIMARY KEY REFERENCES accounts (id),
  token TEXT NOT NULL UNIQUE,
  declined_at BIGINT,
  sent_at BIGINT
);
