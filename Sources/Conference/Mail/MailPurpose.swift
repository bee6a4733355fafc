import Database

/// What a mail is for, which decides how soon it goes and what happens when it is not known whether it went.
public enum MailPurpose: String, Sendable, CaseIterable, SQLDecodable {
  /// A code or a link by which a person signs in, and waits for.
  case signIn = "sign-in"
  /// Something that happened to the person's own things, such as a registration.
  case notice
  case reminder
  /// What the conduct desk is told, and tells: not for the eyes of whoever looks after the mails, who may be the one reported.
  case conduct
  case announcement

  /// Somebody sits and waits for it; it goes before all others, is tried again within seconds, and rather comes twice
  /// than not at all.
  var isWaitedFor: Bool { self == .signIn }

  /// Its text is for its reader only, such as a code, and is erased as soon as it is not needed to send it.
  public var isSecret: Bool { self == .signIn || self == .conduct }

  /// Even who gets it tells too much: one of them is who reported somebody.
  var hidesReader: Bool { self == .conduct }

  var urgency: Int {
    switch self {
    case .signIn: 0
    case .notice, .reminder, .conduct: 1
    case .announcement: 2
    }
  }
}
