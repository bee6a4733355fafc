-- What scripts and other systems use the API with: only hashes are kept, and who has left has none that works.
CREATE TABLE api_tokens (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- Such as "people:read program:write".
  scopes TEXT NOT NULL,
  -- Who made it; none where the command line did.
  account TEXT REFERENCES accounts (id),
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT
);
CREATE INDEX api_tokens_by_account ON api_tokens (account);

-- The token by which something was done, besides who made it.
ALTER TABLE deeds ADD COLUMN token TEXT REFERENCES api_tokens (id);
ALTER TABLE program_changes ADD COLUMN token TEXT REFERENCES api_tokens (id);
