import Conference

/// What the console calls an entry.
enum EntryTitle {
  static func of(_ entry: any Entry) -> String {
    switch entry {
    case let conference as ConferenceInfo: conference.name
    case let paper as Paper: paper.title
    case let session as Session: session.title
    case let event as Event: event.title
    case let sponsor as Sponsor: sponsor.name
    case let answer as Answer: answer.question
    case let member as Member: "\(member.person.name)\(member.role.map { role in ", \(role)" } ?? "")"
    case let theme as Theme: "\(theme.title)\(theme.day.map { day in ", \(day.iso)" } ?? "")"
    default: entry.id
    }
  }
}
