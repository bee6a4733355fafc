import Database
import Foundation

/// Looks for what could be wrong with a data folder.
public struct DataCheck: Sendable {
  private let data: DataFolder

  public init(_ data: DataFolder) { self.data = data }

  /// One line for each problem; none if everything is sound.
  public func problems() async throws -> [String] {
    let database = try data.openReadOnly()
    defer { try? database.close() }
    var problems = try await database.integrityProblems()
    guard let draft = try await ProgramStore(database).draft() else {
      if problems.isEmpty { throw ConferenceError.notFound("there is no conference in the database yet; import one") }
      return problems
    }
    if let problem = try await FilesMark(data, database).difference() { problems.append(problem) }
    problems += DraftCheck(draft).problems
    problems += FolderExport(draft).media.sorted().compactMap { reference in
      guard let path = MediaName.path(of: reference) else { return nil }
      return FileManager.default.fileExists(atPath: data.mediaPath + "/" + path)
        ? nil : "the file media/\(path) is missing: import the folder that has it"
    }
    return problems
  }
}

/// Looks for references in a program that lead nowhere, which entries kept from an earlier import can leave.
struct DraftCheck {
  let problems: [String]

  init(_ draft: Draft) {
    let papers = Set(draft.papers.map(\.id))
    let events = Set(draft.events.map(\.reference))
    let sponsors = Set(draft.sponsors.map(\.id))
    var found: [String] = []
    for session in draft.sessions {
      for slot in session.slots where !papers.contains(slot.paper) {
        found.append("session \(session.id): there is no paper \(slot.paper)")
      }
      if let event = session.event, !events.contains(event) {
        found.append("session \(session.id): there is no \(event.id)")
      }
      if let sponsor = session.sponsor, !sponsors.contains(sponsor) {
        found.append("session \(session.id): there is no sponsor \(sponsor)")
      }
    }
    for theme in draft.themes {
      for paper in theme.papers where !papers.contains(paper) {
        found.append("theme \(theme.id): there is no paper \(paper)")
      }
    }
    problems = found
  }
}
