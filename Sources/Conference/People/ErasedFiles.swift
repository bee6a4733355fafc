import Database
import Mail

/// The files that go with somebody who is erased; their names are read before the rows that hold them go.
struct ErasedFiles: Sendable {
  private let portrait: String?
  private let pictures: [String]
  private let cases: [String]
  private let mails: Set<String>

  init(of account: Account, _ connection: Connection) throws {
    let id = account.id
    func texts(_ sql: SQL) throws -> [String] { try connection.query(sql).map { try $0.value(0) } }
    portrait = try People.profile(of: id, connection)?.portrait
    pictures = try texts("SELECT picture FROM messages WHERE author = \(id) AND picture IS NOT NULL")
    cases = try OutsideReport.portraits(of: account, connection)
    mails = Set(
      try texts(
        "SELECT id FROM outbox WHERE \(PersonalTable.isMail(to: account)) OR \(OutsideReport.isMail(of: account))"))
  }

  func remove(in data: DataFolder, mailFolder: String) {
    if let portrait { PictureFolder.portraits(data).remove(portrait) }
    for picture in pictures { PictureFolder.messages(data).remove(picture) }
    for id in cases { CasePicture.remove(of: id, in: data) }
    FolderTransport(path: mailFolder).forget(mails)
  }
}
