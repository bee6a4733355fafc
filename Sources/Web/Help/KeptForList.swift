import Conference
import Markup

/// For how long what is kept of people is kept.
enum KeptForList {
  static func html(_ visit: Visit) -> HTML {
    """
    <h3 id="kept">For how long</h3>
    <ul><li>Your account, profile, plan, notes and messages: until you erase them.</li>
    <li>A browser in which you are signed in: until you sign out, or \(span(KeptFor.devices)) after it was last seen.</li>
    <li>Links and codes for signing in: they count for \(span(KeptFor.signIns)), and are gone \(span(KeptFor.passed)) later, with the count of who tried.</li>
    <li>Mails to you: \(span(KeptFor.mails)).</li>
    <li>Reports under the code of conduct: as long as this site is there, without your name once you have erased yourself. \(reports)</li>
    <li>The log of what changed, from which open pages catch up: \(span(visit.site.settings.historySeconds)).</li>
    <li>A list of people that an organizer uploaded to look at: \(span(KeptFor.uploads)).</li>
    <li>Who is around in a channel, and that somebody is writing: as long as it is so.</li>
    <li>\(backups(visit.choices.backups))</li></ul>
    """
  }

  /// What somebody cannot keep from others by erasing themselves.
  static let reports: HTML = """
    A report that somebody made about you and that is still on its way to a desk outside of the conference goes there as it is, and is emptied here then.
    """

  private static func backups(_ backups: Backups) -> HTML {
    guard let days = backups.days else {
      return "Backups: as long as the organizers keep them, which they have not said here. Ask them."
    }
    return "Backups that the organizers make: \(span(days * 86_400)). What was erased is in them until then."
  }

  /// What holds their data for longer, for who erases themselves.
  ///
  /// - Parameter scrubsAtOnce: whether the database overwrites what is deleted.
  static func afterErasure(_ backups: Backups, scrubsAtOnce: Bool) -> HTML {
    let server: HTML =
      "The database server’s files may hold what was deleted until their space is used again; nobody sees it here. "
    return "\(HTML.when(!scrubsAtOnce, server))\(afterErasure(backups))"
  }

  private static func afterErasure(_ backups: Backups) -> HTML {
    guard let days = backups.days else {
      return """
        Backups of the organizers hold your data until they are too old to be kept; ask the organizers when that is.
        """
    }
    return "Backups of the organizers hold your data for up to \(span(days * 86_400)) more."
  }

  /// "30 days", "1 hour", "10 minutes".
  private static func span(_ seconds: Int) -> String {
    if seconds % 86_400 == 0 { return counted(seconds / 86_400, "day") }
    return seconds % 3_600 == 0 ? counted(seconds / 3_600, "hour") : counted(max(1, seconds / 60), "minute")
  }

  private static func counted(_ count: Int, _ unit: String) -> String { "\(count) \(unit)\(count == 1 ? "" : "s")" }
}
