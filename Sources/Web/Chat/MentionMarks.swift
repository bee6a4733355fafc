import Conference
import Markup

/// The names in a message: the same for everybody; a script marks the message for whom it names.
enum MentionMarks {
  /// What scripts find the people by.
  static func attribute(_ message: Message) -> HTML {
    guard !message.mentions.isEmpty else { return .empty }
    return " data-mentions=\"\(message.mentions.map(\.id).joined(separator: " "))\""
  }

  /// Writes prose with a link to the page of each who has one, and with marked text for the others; nil where nobody is named.
  static func writer(_ message: Message) -> ((String) -> HTML)? {
    guard !message.mentions.isEmpty else { return nil }
    let people = message.mentions.map { (id: $0.id, name: $0.name) }
    let here = Set(message.mentions.filter(\.isHere).map(\.id))
    return { text in
      Mentions.pieces(of: text, naming: people).map { piece -> HTML in
        guard let account = piece.account else { return "\(piece.text)" }
        guard here.contains(account) else { return "<span class=\"mention\" dir=\"auto\">\(piece.text)</span>" }
        return "<a class=\"mention\" href=\"\(url: "/people/\(account)")\" dir=\"auto\">\(piece.text)</a>"
      }.joined()
    }
  }
}

/// What moderators do with messages in their rows.
enum RowModeration {
  /// Tells the page's script which buttons to put into the rows, which are the same for everybody. Without scripts they stand on the page of each message.
  ///
  /// - Parameter muted: who may not write there now, as `muted` gives them.
  static func attribute(_ key: ChannelKey, muted: [String], _ personal: Personal) -> HTML {
    guard personal.access.mayModerate else { return .empty }
    // The help desk is open to who is muted.
    guard key.kind != .help else { return " data-moderates=\"hide\"" }
    return
      " data-moderates=\"hide mute\"\(HTML.when(!muted.isEmpty, " data-muted=\"\(muted.joined(separator: " ") as String)\""))"
  }

  /// Who is muted in a channel, as far as its reader may know, each with the time of its end where it ends by itself: "ID=2026-04-28T09:30:00Z".
  static func muted(in key: ChannelKey, _ personal: Personal) async throws -> [String] {
    guard personal.access.mayModerate, key.kind != .help else { return [] }
    let muted = try await personal.visit.site.moderation.muted(in: key.description, for: try personal.account.id)
    return muted.map { person, until in until.map { "\(person)=\($0.iso8601)" } ?? person }
  }
}
