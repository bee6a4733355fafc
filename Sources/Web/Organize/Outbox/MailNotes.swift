import Markup

/// What organizers are told where mails reach nobody, and what is said of mails then.
enum MailNotes {
  /// Above what is about mails.
  static func html(_ site: Site) -> HTML {
    guard let words = words(site.settings.mailWay) else { return .empty }
    return "<p class=\"notice\">\(words)</p>"
  }

  /// On the first page of the console.
  static func section(_ site: Site) -> HTML {
    guard let words = words(site.settings.mailWay) else { return .empty }
    return """
      <section class="notice" aria-labelledby="no-mail"><h2 id="no-mail">\(site.settings.mailWay == .unset ? "This server sends no mail" : "No mail reaches anybody")</h2>
      <p>\(words)</p></section>
      """
  }

  private static func words(_ way: Site.MailWay) -> HTML? {
    switch way {
    case .server: nil
    case .folder:
      "No mail server is set: mails are written into a folder and reach nobody (<code>hatata mail test</code> tries a server)."
    case .rehearsal: "This is a rehearsal: mails wait and are not sent."
    case .unset:
      "No mail server is set where this page comes from: mails wait for another of the conference's servers that has one."
    }
  }

  /// What becomes of so many mails, to end a sentence with.
  static func fate(_ count: Int, _ site: Site) -> String {
    let isOne = count == 1
    return switch site.settings.mailWay {
    case .server: isOne ? "is on the way" : "are on the way"
    case .folder: isOne ? "is written into the folder" : "are written into the folder"
    case .rehearsal: isOne ? "waits, as this is a rehearsal" : "wait, as this is a rehearsal"
    case .unset: isOne ? "waits for a mail server" : "wait for a mail server"
    }
  }
}
