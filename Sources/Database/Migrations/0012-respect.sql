-- What was reported to the conduct desk, with a copy of it as it was.
CREATE TABLE conduct_cases (
  id TEXT PRIMARY KEY,
  -- message, question, person or incident.
  kind TEXT NOT NULL,
  -- The id of what was reported, and the channel that it stood in.
  subject TEXT,
  channel TEXT,
  copy TEXT NOT NULL,
  -- Whom it is about, under the name that they had; none where nobody is named.
  person TEXT REFERENCES accounts (id),
  person_name TEXT,
  -- Who reported it, and what they said.
  account TEXT NOT NULL REFERENCES accounts (id),
  words TEXT NOT NULL,
  reported_at BIGINT NOT NULL,
  -- The address that it went to instead of the desk.
  outside TEXT,
  handler TEXT REFERENCES accounts (id),
  decided_at BIGINT
);
CREATE INDEX conduct_cases_by_time ON conduct_cases (reported_at);
CREATE INDEX conduct_cases_by_account ON conduct_cases (account, reported_at);
CREATE INDEX conduct_cases_by_person ON conduct_cases (person, reported_at);

-- What happened with a case: who looked at it, noted, wrote to the reporter, decided.
CREATE TABLE conduct_entries (
  case_id TEXT NOT NULL REFERENCES conduct_cases (id),
  number INTEGER NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  body TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (case_id, number)
);
CREATE INDEX conduct_entries_by_account ON conduct_entries (account, at);

-- What moderators did, why, and whether it was undone; mutes hold for as long as they stand here.
CREATE TABLE moderations (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  -- hide, mute, slow, close or ban.
  action TEXT NOT NULL,
  -- To whom, where it was done to somebody or to what they wrote.
  person TEXT REFERENCES accounts (id),
  -- Such as papers/ID; empty for everywhere.
  channel TEXT NOT NULL,
  -- What was hidden: messages/ID or questions/ID.
  subject TEXT,
  why TEXT NOT NULL,
  until_at BIGINT,
  -- Seconds of slow mode now and before.
  seconds BIGINT,
  seconds_before BIGINT,
  undone_at BIGINT,
  undone_by TEXT REFERENCES accounts (id)
);
CREATE INDEX moderations_by_time ON moderations (at);
CREATE INDEX moderations_by_person ON moderations (person, action);
CREATE INDEX moderations_by_channel ON moderations (channel, at);
CREATE INDEX moderations_by_account ON moderations (account);

-- What went out of sight together with a ban, so that undoing it brings back that and no more.
CREATE TABLE moderation_marks (
  moderation TEXT NOT NULL REFERENCES moderations (id),
  subject TEXT NOT NULL,
  PRIMARY KEY (moderation, subject)
);

-- Channels that are slowed down or closed; a channel without a row is neither.
CREATE TABLE channel_rules (
  channel TEXT PRIMARY KEY,
  slow_seconds BIGINT NOT NULL,
  closed_at BIGINT
);

-- Whom somebody does not want to read.
CREATE TABLE blocks (
  account TEXT NOT NULL REFERENCES accounts (id),
  blocked TEXT NOT NULL REFERENCES accounts (id),
  since BIGINT NOT NULL,
  PRIMARY KEY (account, blocked)
);
CREATE INDEX blocks_by_blocked ON blocks (blocked);
