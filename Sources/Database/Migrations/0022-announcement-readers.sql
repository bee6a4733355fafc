-- Who reads an announcement: everyone or participants; none for whoever may see the schedule, as it was before one could choose.
ALTER TABLE announcements ADD COLUMN readers TEXT;

-- Since when somebody wants no mails when what they saved is cancelled, moved or taken away.
ALTER TABLE mail_wishes ADD COLUMN notices_declined_at BIGINT;

-- Who saved something is asked when it is changed.
CREATE INDEX saved_by_subject ON saved (kind, subject);
