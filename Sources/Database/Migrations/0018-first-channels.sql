-- The other two channels that a conference begins with, unless its organizers have made, renamed or removed one of the kind already.
INSERT INTO channels (id, title, purpose, writers, position, added_at)
SELECT 'general/announcements', 'Announcements', 'What the organizers say to everybody, to be read again.', 'organizers', 1, 0
WHERE NOT EXISTS (
  SELECT 1 FROM channels WHERE id = 'general/announcements' OR (title = 'Announcements' AND removed_at IS NULL)
);

INSERT INTO channels (id, title, purpose, writers, position, added_at)
SELECT 'general/help', 'Help', 'Questions of all kinds, for whoever knows. For a person at once, ask the help desk at the foot of every page.', 'everyone', 2, 0
WHERE NOT EXISTS (
  SELECT 1 FROM channels WHERE id = 'general/help' OR (title = 'Help' AND removed_at IS NULL)
);
