import Conference
import Markup

/// What happens to how much and to how many people when an entry is taken out of the program.
enum EntryConsequence {
  static func html(_ entry: some Entry, _ personal: Personal) async throws -> HTML {
    let program = personal.visit.program
    switch entry {
    case let paper as Paper:
      let (count, savers) = (
        program.appearances(of: paper).count, try await Telling.count(SavedAudience(paper), personal)
      )
      return touched(sessions(count), count, "loses it", "lose it") + Telling.box(savers, id: "tell-removal")
    case let session as Session:
      let count = program.positions(ofPapersIn: session.id).count
      let savers = try await Telling.count(SavedAudience(session), personal)
      return touched(EntryKind.paper.counted(count), count, "loses its place in it", "lose their places in it")
        + Telling.box(savers, id: "tell-removal")
    case let event as Event: return try await kept(program.sessions(of: event), personal)
    case let sponsor as Sponsor: return try await kept(program.sessions(of: sponsor), personal)
    default: return .empty
    }
  }

  /// Of sessions that stay, and who saved them.
  private static func kept(_ all: [Session], _ personal: Personal) async throws -> HTML {
    let count = try await SavedAudience.count(
      all, for: try personal.account.id, personal.visit.site.database)
    return touched(sessions(all.count), all.count, "stays, and belongs to nothing", "stay, and belong to nothing")
      + HTML.when(
        count > 0, "<p>\(Telling.people(count)) saved \(all.count == 1 ? "it" : "one of them"), or a paper there.</p>")
  }

  private static func touched(_ what: String, _ count: Int, _ one: String, _ many: String) -> HTML {
    HTML.when(count > 0, "<p>\(what) \(count == 1 ? one : many).</p>")
  }

  private static func sessions(_ count: Int) -> String { EntryKind.session.counted(count) }
}
