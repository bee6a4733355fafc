-- Whose paper it is, is asked for every paper with open questions.
CREATE INDEX paper_claims_by_paper ON paper_claims (paper);
