-- What a host merged a question into, which may have been merged into another one since, as its root says.
ALTER TABLE questions ADD COLUMN parent TEXT;
UPDATE questions SET parent = root WHERE root <> id;
