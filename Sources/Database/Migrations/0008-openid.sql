-- Who somebody is at a provider of OpenID Connect, which names people by subjects that it never gives to others.
CREATE TABLE openid_identities (
  id TEXT PRIMARY KEY,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES accounts (id),
  tied_at BIGINT NOT NULL,
  used_at BIGINT NOT NULL,
  UNIQUE (issuer, subject)
);
CREATE INDEX openid_identities_by_account ON openid_identities (account);

-- Who is on the way to a provider and back. A row goes when its state comes back.
CREATE TABLE openid_requests (
  state_hash TEXT PRIMARY KEY,
  -- Of the only browser that may come back with it.
  browser_hash TEXT NOT NULL,
  issuer TEXT NOT NULL,
  -- Whose account is to be tied; none where somebody wants to sign in.
  account TEXT REFERENCES accounts (id),
  back TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX openid_requests_by_end ON openid_requests (expires_at);
