import Conference
import Markup

/// What saving would change, and to how many people it would be told by mail.
enum EntryPreview {
  static func html<Form: EntryForm>(
    _ form: Form.Type, from old: Form.Item, to new: Form.Item, told: SavedNotice.Told, _ visit: Visit
  ) throws -> HTML {
    let fields = try EntryDifference.fields(from: old, to: new)
    guard !fields.isEmpty else { return "<p>Nothing is changed.</p>" }
    return """
      \(cancelled(old, new))
      <div class="differences">\(DifferenceList.fields(fields, DifferenceList.labels(form, visit), visit))</div>
      \(mails(told))
      """
  }

  private static func cancelled(_ old: some Entry, _ new: some Entry) -> HTML {
    guard let old = old as? Session, let new = new as? Session, old.isCancelled != new.isCancelled else {
      return .empty
    }
    return new.isCancelled
      ? "<p><strong>It will be cancelled.</strong></p>" : "<p><strong>It will take place after all.</strong></p>"
  }

  private static func mails(_ told: SavedNotice.Told) -> HTML {
    guard told.mails > 0 else { return "<p>Nobody gets a mail of it.</p>" }
    let who: HTML =
      told.mails == 1 ? "1 mail goes to who saved it" : "\(told.mails) mails go to those who saved it"
    let when: HTML =
      told.isWaiting ? "once an organizer has sent them off under Mail" : "as soon as it is saved"
    return "<p>\(who), \(when).</p>"
  }
}
