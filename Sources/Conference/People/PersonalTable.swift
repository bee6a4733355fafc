import Database

/// A table that holds something of people: which rows are somebody's, and how it forgets them. Every table that names people
/// has a line here, so that what one downloads and what is erased are the same.
struct PersonalTable: Sendable {
  let name: String
  /// What the person gets to see of it: no hashes, nothing of others.
  let rows: @Sendable (Account) -> SQL
  /// Nil where the rows stay.
  let forget: @Sendable (Account) -> SQL?

  static let all: [PersonalTable] = [
    PersonalTable(name: "accounts") {
      """
      SELECT id, email, name, affiliation, country, registration, role, standing, profile, conduct, conduct_at, added_at, changed_at
      FROM accounts WHERE id = \($0.id)
      """
    } forget: {
      """
      UPDATE accounts SET email = NULL, name = 'A former participant', affiliation = NULL, country = NULL, registration = NULL,
        role = 'participant', standing = 'erased', profile = '{}', words = '', conduct = NULL, conduct_at = NULL
      WHERE id = \($0.id)
      """
    },
    PersonalTable(name: "former_addresses") {
      "SELECT email, left_at FROM former_addresses WHERE account = \($0.id) ORDER BY left_at, email"
    } forget: {
      "DELETE FROM former_addresses WHERE account = \($0.id)"
    },
    PersonalTable(name: "listed_people") {
      "SELECT email, name, affiliation, country, registration, role FROM listed_people WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM listed_people WHERE account = \($0.id)"
    },
    PersonalTable(name: "devices") {
      "SELECT browser, signed_in_at, seen_at, expires_at FROM devices WHERE account = \($0.id) ORDER BY signed_in_at"
    } forget: {
      "DELETE FROM devices WHERE account = \($0.id)"
    },
    PersonalTable(name: "sign_ins") {
      "SELECT email, asked_at, expires_at, used_at, newcomer FROM sign_ins WHERE \(isSignIn(of: $0)) ORDER BY asked_at"
    } forget: {
      "DELETE FROM sign_ins WHERE \(isSignIn(of: $0))"
    },
    PersonalTable(name: "allowances") {
      // A hash of something as short as a network's address tells it to whoever tries all there are.
      """
      SELECT CASE WHEN name LIKE 'mails from %' THEN 'mails from one network'
          WHEN name LIKE 'codes from %' THEN 'codes from one network' ELSE name END AS name, used, since
      FROM allowances WHERE \(isCounted($0)) ORDER BY allowances.name
      """
    } forget: {
      "DELETE FROM allowances WHERE \(isCounted($0))"
    },
    PersonalTable(name: "saved") {
      "SELECT kind, subject, saved_at, visited_at, note FROM saved WHERE account = \($0.id) ORDER BY kind, subject"
    } forget: {
      "DELETE FROM saved WHERE account = \($0.id)"
    },
    PersonalTable(name: "calendar_addresses") {
      "SELECT made_at FROM calendar_addresses WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM calendar_addresses WHERE account = \($0.id)"
    },
    PersonalTable(name: "reminders") {
      "SELECT since FROM reminders WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM reminders WHERE account = \($0.id)"
    },
    PersonalTable(name: "paper_claims") {
      "SELECT paper, state, claimed_at, decided_at FROM paper_claims WHERE account = \($0.id) ORDER BY claimed_at"
    } forget: {
      "DELETE FROM paper_claims WHERE account = \($0.id)"
    },
    PersonalTable(name: "outbox") {
      "SELECT purpose, subject, body_text, state, created_at, sent_at FROM outbox WHERE \(isMail(to: $0)) ORDER BY id"
    } forget: {
      "DELETE FROM outbox WHERE \(isMail(to: $0))"
    },
    PersonalTable(name: "mail_wishes") {
      "SELECT declined_at, notices_declined_at FROM mail_wishes WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM mail_wishes WHERE account = \($0.id)"
    },
    PersonalTable(name: "dismissed_announcements") {
      "SELECT announcement, dismissed_at FROM dismissed_announcements WHERE account = \($0.id) ORDER BY dismissed_at"
    } forget: {
      "DELETE FROM dismissed_announcements WHERE account = \($0.id)"
    },
    PersonalTable(name: "uploads") {
      "SELECT name, expires_at FROM uploads WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM uploads WHERE account = \($0.id)"
    },
    PersonalTable(name: "messages") {
      "SELECT channel, body, picture, sent_at, edited_at, removed_at FROM messages WHERE author = \($0.id) ORDER BY number"
    } forget: {
      // What was said to all stays, by a former participant; what was said to one or to the help desk goes, and so do pictures.
      let isPrivate: SQL = "(channel LIKE 'direct/%' OR channel LIKE 'help/%')"
      return """
        UPDATE messages SET picture = NULL, client = id, body = CASE WHEN \(isPrivate) THEN '' ELSE body END,
          words = CASE WHEN \(isPrivate) THEN '' ELSE words END,
          removed_at = CASE WHEN \(isPrivate) THEN COALESCE(removed_at, sent_at) ELSE removed_at END
        WHERE author = \($0.id)
        """
    },
    PersonalTable(name: "message_reactions") {
      "SELECT message, sign, reacted_at FROM message_reactions WHERE account = \($0.id) ORDER BY reacted_at"
    } forget: {
      "DELETE FROM message_reactions WHERE account = \($0.id)"
    },
    PersonalTable(name: "message_mentions") {
      "SELECT message FROM message_mentions WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM message_mentions WHERE account = \($0.id)"
    },
    PersonalTable(name: "direct_channels") {
      "SELECT id, added_at FROM direct_channels WHERE first = \($0.id) OR second = \($0.id) ORDER BY added_at"
    } forget: { _ in
      // The other one keeps what they wrote, to a former participant.
      nil
    },
    PersonalTable(name: "conversations") {
      "SELECT channel, follows_at, wrote_at FROM conversations WHERE account = \($0.id) ORDER BY channel"
    } forget: {
      "DELETE FROM conversations WHERE account = \($0.id)"
    },
    PersonalTable(name: "around") {
      "SELECT DISTINCT channel FROM around WHERE account = \($0.id) ORDER BY channel"
    } forget: {
      "DELETE FROM around WHERE account = \($0.id)"
    },
    PersonalTable(name: "openid_identities") {
      "SELECT issuer, subject, tied_at, used_at FROM openid_identities WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM openid_identities WHERE account = \($0.id)"
    },
    PersonalTable(name: "openid_requests") {
      "SELECT issuer, expires_at FROM openid_requests WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM openid_requests WHERE account = \($0.id)"
    },
    PersonalTable(name: "questions") {
      """
      SELECT subject, body, moment, is_anonymous, state, answer, answered_at, asked_at FROM questions
      WHERE author = \($0.id) OR answered_by = \($0.id) ORDER BY asked_at
      """
    } forget: {
      // What others have read, voted for and answered stays, by a former participant.
      """
      UPDATE questions SET body = 'Erased by who asked it', moment = NULL
      WHERE author = \($0.id) AND (state IN ('waiting', 'dismissed') OR hidden_at IS NOT NULL)
      """
    },
    PersonalTable(name: "question_votes") {
      """
      SELECT questions.subject, CASE WHEN questions.author = \($0.id) OR (\(Questions.isShown)) THEN questions.body END AS body,
        question_votes.voted_at
      FROM question_votes JOIN questions ON questions.id = question_votes.question
      WHERE question_votes.account = \($0.id) ORDER BY voted_at
      """
    } forget: { _ in
      // A vote counts on, of an account without a name.
      nil
    },
    PersonalTable(name: "question_digests") {
      "SELECT declined_at, sent_at FROM question_digests WHERE account = \($0.id)"
    } forget: {
      "DELETE FROM question_digests WHERE account = \($0.id)"
    },
    PersonalTable(name: "nudged_addresses") {
      "SELECT declined_at FROM nudged_addresses WHERE \(isNudged($0))"
    } forget: {
      "DELETE FROM nudged_addresses WHERE \(isNudged($0))"
    },
    PersonalTable(name: "help_requests") {
      "SELECT name, email, body, page, browser, asked_at, closed_at FROM help_requests WHERE \(isHelp(for: $0)) ORDER BY asked_at"
    } forget: {
      """
      UPDATE help_requests SET name = 'A former participant', email = NULL, body = '', page = NULL, browser = NULL, note = NULL,
        closed_at = COALESCE(closed_at, asked_at)
      WHERE \(isHelp(for: $0))
      """
    },
    PersonalTable(name: "help_answers") {
      """
      SELECT body, sent_at FROM help_answers
      WHERE account = \($0.id) OR request IN (SELECT id FROM help_requests WHERE \(isHelp(for: $0))) ORDER BY sent_at
      """
    } forget: {
      "DELETE FROM help_answers WHERE request IN (SELECT id FROM help_requests WHERE \(isHelp(for: $0)))"
    },
    PersonalTable(name: "help_shift_people") {
      """
      SELECT from_at, until_at FROM help_shifts
      WHERE id IN (SELECT shift FROM help_shift_people WHERE account = \($0.id)) ORDER BY from_at
      """
    } forget: {
      "DELETE FROM help_shift_people WHERE account = \($0.id)"
    },
    PersonalTable(name: "help_problems") {
      "SELECT announcement FROM help_problems WHERE account = \($0.id) ORDER BY announcement"
    } forget: { _ in
      // What was told to everybody is told by the conference.
      nil
    },
    PersonalTable(name: "conduct_cases") {
      """
      SELECT kind, copy, words, about, reported_at, decided_at FROM conduct_cases WHERE account = \($0.id) ORDER BY reported_at
      """
    } forget: {
      // A report stays, without the name of whom it is about; a copy of what somebody said of themselves goes, as does that
      // of their portrait.
      """
      UPDATE conduct_cases SET person_name = NULL, copy = CASE WHEN kind = 'person' THEN '' ELSE copy END
      WHERE person = \($0.id)
      """
    },
    PersonalTable(name: "conduct_entries") {
      "SELECT kind, body, at FROM conduct_entries WHERE account = \($0.id) AND kind <> 'looked' ORDER BY at, number"
    } forget: { _ in
      // What was said of a case stays with it, by an account without a name.
      nil
    },
    PersonalTable(name: "moderations") {
      "SELECT action, channel, at, until_at, undone_at FROM moderations WHERE account = \($0.id) OR person = \($0.id) ORDER BY at"
    } forget: {
      "UPDATE moderations SET why = '' WHERE person = \($0.id)"
    },
    PersonalTable(name: "blocks") {
      "SELECT since FROM blocks WHERE account = \($0.id) ORDER BY since"
    } forget: {
      "DELETE FROM blocks WHERE account = \($0.id) OR blocked = \($0.id)"
    },
    PersonalTable(name: "api_tokens") {
      """
      SELECT name, scopes, made_at, expires_at, used_at, revoked_at FROM api_tokens WHERE account = \($0.id) ORDER BY made_at
      """
    } forget: {
      // The record points to it; it opens nothing any more, as nothing has the hash.
      "UPDATE api_tokens SET name = 'a token', token_hash = id WHERE account = \($0.id)"
    },
    PersonalTable(name: "program_changes") {
      "SELECT at, origin, summary FROM program_changes WHERE account = \($0.id) ORDER BY id"
    } forget: { _ in
      // What was done to the program stays on record, by an account without a name.
      nil
    },
    PersonalTable(name: "deeds") {
      "SELECT at, action, detail FROM deeds WHERE \(isAbout($0)) ORDER BY at, id"
    } forget: {
      // Those of others that hold an address of theirs are a matter of `ForgottenAddress`.
      "UPDATE deeds SET detail = NULL WHERE \(isAbout($0))"
    },
  ]
}
