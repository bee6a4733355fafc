import Database

/// What somebody wrote in a channel.
public struct Message: Hashable, Sendable, Identifiable {
  public let id: String
  /// Rises from message to message.
  public let number: Int64
  public let channel: ChannelKey
  public let author: String
  /// What the author is called now.
  public let name: String
  /// Whether the author has shown a picture of theirs to others.
  public let portrait: Bool
  /// Markdown; empty where it was taken back.
  public let body: String
  public let picture: String?
  /// The message that it replies to.
  public let thread: String?
  public let sent: Instant
  public let edited: Instant?
  public let isRemoved: Bool
  public let isHidden: Bool
  public internal(set) var replies = 0
  /// How many reacted by each sign, in the order of `Reaction.all`.
  public internal(set) var reactions: [(sign: String, count: Int)] = []
  /// Whom it names; nobody where it is not shown.
  public internal(set) var mentions: [Mention] = []

  /// Whether there is still something of it to be read by everybody.
  public var isShown: Bool { !isRemoved && !isHidden }

  static let columns: SQL = """
    messages.id, messages.number, messages.channel, messages.author, messages.body, messages.picture, messages.thread, messages.sent_at,
    messages.edited_at, messages.removed_at, messages.hidden_at, accounts.name, accounts.profile
    """

  init(_ row: Row) throws {
    id = try row.value("id")
    number = try row.value("number")
    guard let key = ChannelKey(try row.value("channel")) else { throw ConferenceError.notFound("channel") }
    channel = key
    (author, name, body) = (try row.value("author"), try row.value("name"), try row.value("body"))
    let profile = try Profile(json: try row.value("profile"))
    portrait = profile?.portrait != nil && profile?.shows(.portrait) == true
    (picture, thread) = (try row.value("picture"), try row.value("thread"))
    sent = Instant(milliseconds: try row.value("sent_at"))
    edited = try row.value("edited_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    isRemoved = try row.value("removed_at", as: Int64?.self) != nil
    isHidden = try row.value("hidden_at", as: Int64?.self) != nil
  }

  public static func == (left: Message, right: Message) -> Bool {
    left.id == right.id && left.body == right.body && left.edited == right.edited && left.isRemoved == right.isRemoved
      && left.isHidden == right.isHidden && left.replies == right.replies && left.mentions == right.mentions
      && left.reactions.map(\.sign) == right.reactions.map(\.sign)
      && left.reactions.map(\.count) == right.reactions.map(\.count)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The signs by which one may react, in the order in which they are offered.
public enum Reaction {
  public static let all = ["👍", "❤️", "🎉", "💡", "❓", "👀"]
  /// What a screen reader says.
  public static let names = ["thumbs up", "heart", "celebration", "idea", "question", "looking"]
}

/// A message as it is sent, checked.
public struct MessageText: Hashable, Sendable {
  public static let longest = 4_000
  static let empty = ConferenceError.invalid(
    field: "Message", problem: "it is empty", advice: "Write something first.")

  public let text: String
  /// Names the message in its sender's browser.
  public let client: String
  /// The stretches of the text in which people are named; none where there is no @ in it.
  public let prose: [String]

  /// Throws what is wrong with it: 1 to 4,000 characters; a picture may stand for words.
  ///
  /// - Parameter prose: what of a text is neither code, nor of a link or formula, stretch by stretch.
  public init(
    _ text: String, client: String?, hasPicture: Bool = false, prose: (String) -> [String] = { [$0] }
  ) throws {
    let trimmed = text.replacing("\r\n", with: "\n").trimmingPrefix { $0.isNewline }
    self.text = String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
    guard !self.text.isEmpty || hasPicture else {
      throw Self.empty
    }
    guard self.text.count <= Self.longest, self.text.utf8.count <= 4 * Self.longest else {
      throw ConferenceError.invalid(
        field: "Message", problem: "it is longer than \(Self.longest.grouped) characters", advice: "Send it in parts.")
    }
    guard !self.text.unicodeScalars.contains("\0") else {
      throw ConferenceError.invalid(
        field: "Message", problem: "it holds signs that cannot be shown", advice: "Type it again.")
    }
    let client = client ?? Account.newId()
    guard (8...64).contains(client.utf8.count), client.utf8.allSatisfy({ (33...126).contains($0) }) else {
      throw ConferenceError.invalid(field: "client", problem: "it is no id", advice: "Load the page again.")
    }
    self.client = client
    self.prose = self.text.contains("@") ? prose(self.text) : []
  }

  /// By what a message is known again for good, whatever its author makes of it later: what its sender's browser calls it, and what was sent to where.
  func name(in key: ChannelKey, thread: String?, picture: SentPicture?) -> String {
    let sent = [key.description, thread ?? "", picture?.hash ?? "", text].joined(separator: "\n")
    return "\(client) \(Secret(sent).hash.prefix(16))"
  }
}

extension Int {
  /// "4,000"
  var grouped: String { self < 1_000 ? "\(self)" : "\(self / 1_000)," + String("00\(self % 1_000)".suffix(3)) }
}
