-- What was on record of who may register said the registration code.
UPDATE deeds SET detail = NULL WHERE action = 'registration changed';
