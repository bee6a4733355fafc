-- Guesses are counted by client, and undoing slow mode goes by the actions before.
ALTER TABLE sign_ins DROP COLUMN guesses;
ALTER TABLE moderations DROP COLUMN seconds_before;
