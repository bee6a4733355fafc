-- Mails on their way, and for some weeks those that have gone: a transaction that wants one sent adds it here.
CREATE TABLE outbox (
  -- Rises with time; the mail's Message-ID is made of it.
  id TEXT PRIMARY KEY,
  recipient TEXT NOT NULL,
  purpose TEXT NOT NULL,
  -- What is smaller goes first.
  urgency INTEGER NOT NULL,
  subject TEXT NOT NULL,
  body_text TEXT NOT NULL,
  body_html TEXT,
  unsubscribe_url TEXT,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  -- When to try; what is not sent by expires_at never is.
  next_at BIGINT NOT NULL,
  expires_at BIGINT,
  -- Until then it belongs to the node that sends it; it also tells one attempt from the next.
  lease_until BIGINT,
  last_error TEXT,
  message_id TEXT,
  created_at BIGINT NOT NULL,
  sent_at BIGINT,
  -- The mails that are reviewed together.
  batch TEXT,
  -- What may be told only once, such as "reminder of session 12 to ada@example.org".
  only_once TEXT UNIQUE
);
CREATE INDEX outbox_due ON outbox (state, urgency, next_at);
CREATE INDEX outbox_next ON outbox (state, next_at);
CREATE INDEX outbox_batch ON outbox (batch, state);
