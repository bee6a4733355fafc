import Database
import Letters
import Mail

/// That those who saved what a change cancels, moves or takes away are told so by mail, in the transaction of the change.
public struct SavedNotice: Sendable {
  /// So many mails go at once; where there are more, all of them wait in the outbox for an organizer's word.
  public static let mostAtOnce = 50

  /// What became of them.
  public struct Told: Hashable, Sendable {
    public static let nobody = Told(mails: 0)
    public let mails: Int
    /// Whether they wait for an organizer's word.
    public var isWaiting: Bool { mails > SavedNotice.mostAtOnce }
  }

  /// Where the site is reached, without a slash at the end.
  let address: String
  let tellsAll: Bool

  /// - Parameter tellsAll: whether other changes of a session are told, too.
  public init(address: String, ofAllChanges tellsAll: Bool = false) {
    (self.address, self.tellsAll) = (address, tellsAll)
  }

  /// How many mails an edit would make.
  func count(_ edit: ProgramEdit, _ connection: Connection) throws -> Told {
    Told(mails: try relevant(edit).reduce(0) { try $0 + $1.audience.readers(connection).count })
  }

  /// Puts the mails into the outbox.
  ///
  /// - Parameter unaware: where the edit takes a change back, the accounts that have not heard of that: they hear nothing of this, either.
  func post(
    _ edit: ProgramEdit, change: Int, undoingFor unaware: Set<String>? = nil, _ outbox: Outbox, _ connection: Connection
  ) throws -> Told {
    guard let conference = try edit.entries(ConferenceInfo.self).first else { return .nobody }
    let all = try relevant(edit, isUndo: unaware != nil).map { news in
      let readers = try news.audience.readers(connection).filter { unaware?.contains($0.account.id) != true }
      return (news: news, readers: readers)
    }
    let tokens = try Self.tokens(of: all.flatMap { $0.readers }, connection)
    var mails: [OutgoingMail] = []
    for (number, (news, readers)) in all.enumerated() {
      for (account, _) in readers {
        guard let token = tokens[account.id], var mail = try written(to: account, news, conference, token) else {
          continue
        }
        mail.onlyOnce = "program change \(change), news \(number) to \(account.id)"
        mails.append(mail)
      }
    }
    let told = Told(mails: mails.count)
    if told.isWaiting { try post(mails, batches: Self.batch(change), outbox, connection) }
    if !told.isWaiting { try outbox.enqueue(mails, in: connection) }
    return told
  }

  /// What stands in the links of readers, among whom somebody with two pieces of news is twice.
  private static func tokens(of readers: [(account: Account, token: String?)], _ connection: Connection) throws
    -> [String: String]
  {
    var seen: Set<String> = []
    let people = readers.filter { seen.insert($0.account.id).inserted }.map { reader -> (Account, token: String?) in
      (reader.account, token: reader.token)
    }
    return try MailWish.withTokens(people, connection).reduce(into: [:]) { $0[$1.0.id] = $1.token }
  }

  private func post(_ mails: [OutgoingMail], batches name: String, _ outbox: Outbox, _ connection: Connection) throws {
    for (number, start) in stride(from: 0, to: mails.count, by: Outbox.largestBatch).enumerated() {
      let part = Array(mails[start..<min(start + Outbox.largestBatch, mails.count)])
      try outbox.enqueue(part, batch: number == 0 ? name : "\(name) \(number + 1)", in: connection)
    }
  }

  private static func batch(_ change: Int) -> String { "program change \(change)" }

  private func relevant(_ edit: ProgramEdit, isUndo: Bool = false) throws -> [SavedNews] {
    guard let conference = try edit.entries(ConferenceInfo.self).first else { return [] }
    let news = try edit.savedNews(in: Zones.named(conference.zone) ?? .utc, isUndo: isUndo)
    return news.filter { $0.isUrgent || tellsAll }
  }

  private func written(to account: Account, _ news: SavedNews, _ conference: ConferenceInfo, _ token: String) throws
    -> OutgoingMail?
  {
    guard let mailbox = account.email?.mailbox else { return nil }
    let declining = "\(address)/\(NoticeWishes.path)/\(token)"
    let letter = Letter(
      on: conference.stationery, purpose: .notice, subject: "\(news.word): \(news.title)",
      [
        .words("\(news.sentence), at \(conference.name):"),
        .entry(LetterEntry(news.title, lines: news.lines, url: address + news.path)),
      ],
      footnotes: [
        .words("You get this mail because you saved it, or a paper in it."),
        .link("No more mails when something that I saved changes", url: declining),
      ])
    var mail = OutgoingMail(to: mailbox, letter)
    mail.unsubscribe = try UnsubscribeLink(declining)
    return mail
  }
}
