/// Names a channel: a paper's, an event's, a session's or a sponsor's, one that organizers made, two people's, or a help request's.
public struct ChannelKey: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, CaseIterable, Sendable {
    case papers, sessions, sponsors, keynotes, workshops, socials, tutorials, plenary, expos
    /// Made by organizers: the corridor, announcements, feedback, help.
    case general
    /// Of two people.
    case direct
    /// Of somebody who asked for help and of those who help.
    case help
  }

  public let kind: Kind
  public let name: String
  public var description: String { "\(kind.rawValue)/\(name)" }
  public var topic: String { "chat/\(self)" }

  public init(kind: Kind, name: String) { (self.kind, self.name) = (kind, name) }

  /// Reads "papers/hT7borrowD"; nil where it names no channel.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), Slug.isAddress(String(parts[1])) else {
      return nil
    }
    self.init(kind: kind, name: String(parts[1]))
  }

  public init(_ paper: Paper) { self.init(kind: .papers, name: paper.id) }

  public init?(_ event: Event) {
    guard let kind = Kind(rawValue: event.kind.fileName) else { return nil }
    self.init(kind: kind, name: event.name)
  }
}

/// A place where people write.
public struct Channel: Hashable, Sendable {
  public enum Writers: String, CaseIterable, Sendable {
    case everyone, organizers
  }

  public let key: ChannelKey
  public var title: String
  /// A sentence about what it is for.
  public var purpose: String?
  public var writers = Writers.everyone

  public init(_ key: ChannelKey, title: String, purpose: String? = nil, writers: Writers = .everyone) {
    (self.key, self.title, self.purpose, self.writers) = (key, title, purpose, writers)
  }

  /// The channel of something in the program; nil where there is nothing of the kind.
  public init?(_ key: ChannelKey, in program: Program) {
    guard let title = Self.title(key, program) else { return nil }
    self.init(key, title: title)
  }

  private static func title(_ key: ChannelKey, _ program: Program) -> String? {
    switch key.kind {
    case .papers: program.paper(key.name)?.title
    case .sessions: program.session(key.name)?.title
    case .sponsors: program.sponsor(key.name)?.name
    case .general, .direct, .help: nil
    default:
      program.events.first { $0.kind.fileName == key.kind.rawValue && $0.name == key.name }?.title
    }
  }
}
