import Database
import Letters

extension ConferenceInfo {
  /// What the conference's letters are written on, with its colour made readable.
  public var stationery: Stationery {
    let own = accent.flatMap { Accent.Color($0) }
    return Stationery(
      name: name, accent: own.map { Accent.onLight($0).hex }, accentOnDark: own.map { Accent.onDark($0).hex })
  }

  /// Nil before anything was imported.
  static func current(_ connection: Connection) throws -> ConferenceInfo? {
    try ProgramStore.entries(ConferenceInfo.self, connection).first
  }
}
