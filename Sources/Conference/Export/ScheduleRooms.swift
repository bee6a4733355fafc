/// Which room each session is in, so that no two sessions in a room overlap.
struct ScheduleRooms {
  /// The names of the rooms, kind by kind.
  let names: [String]
  private let rooms: [String: String]

  /// "Posters" where one room is enough for a kind, "Socials 1", "Socials 2" and so on where it is not.
  init(_ sessions: [Session]) {
    var names: [String] = []
    var rooms: [String: String] = [:]
    for kind in Session.Kind.allCases {
      let places = Self.places(sessions.filter { $0.kind == kind })
      let count = (places.values.max() ?? -1) + 1
      let kindNames = (0..<count).map { count == 1 ? kind.scheduleRoom : "\(kind.scheduleRoom) \($0 + 1)" }
      names += kindNames
      rooms.merge(places.mapValues { kindNames[$0] }, uniquingKeysWith: { first, _ in first })
    }
    self.names = names
    self.rooms = rooms
  }

  func name(of session: Session) -> String {
    rooms[session.id] ?? session.kind.scheduleRoom
  }

  /// Puts each session, in the order of the starts, into the first room that is free by then, which needs as few rooms
  /// as sessions are ever on at once.
  private static func places(_ sessions: [Session]) -> [String: Int] {
    var ends: [Instant] = []
    return sessions.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.reduce(into: [:]) { places, session in
      let room = ends.firstIndex { $0 <= session.start } ?? ends.count
      if room == ends.count { ends.append(session.end) }
      // An end before the start is a mistake that must not let in two sessions at once.
      ends[room] = max(session.start, session.end)
      places[session.id] = room
    }
  }
}
