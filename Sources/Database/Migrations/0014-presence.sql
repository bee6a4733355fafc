-- Who is on which node, where there are several: each writes its own, and what one that is gone has left goes.
CREATE TABLE around_nodes (
  id TEXT PRIMARY KEY,
  seen_at BIGINT NOT NULL
);
CREATE TABLE around (
  node TEXT NOT NULL REFERENCES around_nodes (id),
  channel TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  PRIMARY KEY (node, channel, account)
);
CREATE INDEX around_by_account ON around (account);
