-- From whom a report of something that happened is kept, as its reporter says: ids of accounts, with spaces between them.
ALTER TABLE conduct_cases ADD COLUMN about TEXT NOT NULL DEFAULT '';
