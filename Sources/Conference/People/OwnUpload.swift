import Database

/// A file that somebody sent, as it is kept: made anew, without what else was in it.
public struct OwnUpload: Hashable, Sendable {
  /// What it is called where one takes it along: it says what it is, and has slashes for folders.
  public let name: String
  /// Below the folder of files.
  public let path: String
  /// Nil where that is not known.
  let sent: Instant?

  /// - Parameter words: what the name says, before the name under which the file is kept.
  private init(_ words: [String], _ file: String, in folder: String, sent: Instant?) {
    let stored = file.split(separator: "/").last.map(String.init) ?? file
    let last = [words.last ?? "", stored].filter { !$0.isEmpty }.joined(separator: "-")
    name = (words.dropLast() + [last]).map(Self.part).joined(separator: "/")
    (path, self.sent) = ("\(folder)/\(file)", sent)
  }

  /// Letters, digits and signs that every system takes in a name.
  private static func part(_ text: String) -> String {
    let safe = text.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" }
    return String(safe).trimmingDots
  }
}

extension OwnUpload {
  /// All that somebody sent and that is still kept: the portrait, pictures in messages, what they sent for papers and booths.
  static func all(of account: String, _ connection: Connection) throws -> [OwnUpload] {
    try portrait(of: account, connection) + pictures(of: account, connection) + programFiles(of: account, connection)
  }

  private static func portrait(of account: String, _ connection: Connection) throws -> [OwnUpload] {
    guard let name = try People.profile(of: account, connection)?.portrait else { return [] }
    return [OwnUpload(["portrait"], name, in: PictureFolder.portraitsName, sent: nil)]
  }

  private static func pictures(of account: String, _ connection: Connection) throws -> [OwnUpload] {
    try connection.query(
      "SELECT channel, picture, sent_at FROM messages WHERE author = \(account) AND picture IS NOT NULL ORDER BY number"
    ).map { row in
      let (channel, sent): (String, Instant) = (
        try row.value("channel"), Instant(milliseconds: try row.value("sent_at"))
      )
      return OwnUpload(
        ["message-pictures", "\(sent.iso8601.prefix(10))-\(channel)"], try row.value("picture"),
        in: PictureFolder.messagesName, sent: sent)
    }
  }

  /// What changes of the program by their hand brought along; what took its place later does not take it away.
  private static func programFiles(of account: String, _ connection: Connection) throws -> [OwnUpload] {
    let steps = try connection.query(
      """
      SELECT program_changes.at, kind, entry, number, before_position, before_body, after_position, after_body
      FROM program_change_steps JOIN program_changes ON program_changes.id = program_change_steps.change
      WHERE program_changes.account = \(account) AND origin = \(ProgramChange.Origin.edit)
      ORDER BY program_change_steps.change, kind, entry
      """)
    var found: [OwnUpload] = []
    for row in steps {
      let (step, sent) = (try EntryStep(row), Instant(milliseconds: try row.value("at")))
      for field in step.difference.fields {
        guard let file = field.after.flatMap(MediaName.path), MediaName.isSent(file), !file.contains("\n") else {
          continue
        }
        let upload = OwnUpload([step.name.kind.rawValue, step.name.id, field.name], file, in: "media", sent: sent)
        if !found.contains(where: { $0.path == upload.path }) { found.append(upload) }
      }
    }
    return found
  }
}

extension OwnUpload {
  /// As the list of them tells it.
  var object: [String: String] {
    var object = ["name": name]
    if let sent { object["sent_at"] = sent.iso8601 }
    return object
  }
}

extension String {
  /// Names that begin with a dot are hidden, and two dots lead out.
  fileprivate var trimmingDots: String { hasPrefix(".") ? "-" + drop { $0 == "." } : self }
}
