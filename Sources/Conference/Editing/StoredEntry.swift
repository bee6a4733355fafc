import Crypto
import Database
import Foundation

/// An entry's row with its number in the search index, which it keeps even when it is removed and brought back.
struct StoredEntry: Hashable, Sendable {
  var row: EntryRow
  let number: Int

  var name: EntryName { EntryName(kind: row.kind, id: row.id) }
}

/// Tells one state of an entry from all others: a form carries it, so that nobody overwrites what they have not seen.
public struct Revision: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// As a form sends it back.
  public init(_ text: String) { description = text }

  /// Of an entry as it is.
  public init(of entry: some Entry) throws { self.init(body: try EntryRow(entry, at: 0).body) }

  init(body: String) {
    description = SHA256.hash(data: Data(body.utf8)).prefix(12).map {
      String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
    }
    .joined()
  }
}

extension EntryKind {
  /// The type of the entries of this kind.
  var type: any Entry.Type {
    switch self {
    case .conference: ConferenceInfo.self
    case .paper: Paper.self
    case .session: Session.self
    case .event: Event.self
    case .sponsor: Sponsor.self
    case .answer: Answer.self
    case .member: Member.self
    case .theme: Theme.self
    }
  }
}

extension EntryName: CustomStringConvertible {
  /// "paper p12"
  public var description: String { "\(kind.rawValue) \(id)" }

  public init(of entry: some Entry) { self.init(kind: Swift.type(of: entry).entryKind, id: entry.id) }
}
