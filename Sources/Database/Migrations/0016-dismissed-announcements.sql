-- What somebody has put away of what was announced, as it read then: a changed text is shown again.
CREATE TABLE dismissed_announcements (
  account TEXT NOT NULL REFERENCES accounts (id),
  announcement TEXT NOT NULL REFERENCES announcements (id),
  -- A fingerprint of the text.
  version TEXT NOT NULL,
  dismissed_at BIGINT NOT NULL,
  PRIMARY KEY (account, announcement)
);

-- How many people write in which channels on a node just now, as JSON: {"general/corridor": 2}.
ALTER TABLE around_nodes ADD COLUMN typing TEXT NOT NULL DEFAULT '{}';
