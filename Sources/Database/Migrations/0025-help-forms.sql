-- Made by the form, so that a request for help that is sent twice is asked once; none of those before, and where no form was.
ALTER TABLE help_requests ADD COLUMN form TEXT;
CREATE INDEX help_requests_by_form ON help_requests (form);
