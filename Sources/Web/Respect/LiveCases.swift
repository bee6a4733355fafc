import Conference
import Database

/// A case, for the people on the desk who may see it.
enum LiveCases: LiveFeature {
  static let name = "cases"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    guard access.mayModerate, let account = access.account?.id else { return false }
    return try await site.conductCases.follow(rest, by: account)
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard let file = try await site.conductCases.shown(event.subject, for: nil) else { return [] }
    return [LiveUpdate.put(CaseState.html(file.opened, forReporter: false), id: CaseState.id, in: "")]
      + file.entries.filter { $0.kind != .looked }.map { put($0, forReporter: false) }
  }

  static func put(_ entry: ConductEntry, forReporter: Bool) -> LiveUpdate {
    .put(CaseEntries.row(entry, forReporter: forReporter), id: CaseEntries.rowID(entry), in: CaseEntries.id)
  }
}

/// A report, for its reporter.
enum LiveReports: LiveFeature {
  static let name = "reports"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    guard access.isLetIn, let account = access.account?.id else { return false }
    return try await site.conductCases.shown(rest, for: account)?.opened.reporter == account
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard let file = try await site.conductCases.shown(event.subject, for: nil) else { return [] }
    return [LiveUpdate.put(CaseState.html(file.opened, forReporter: true), id: CaseState.id, in: "")]
      + file.entries.filter(\.kind.isForReporter).map { LiveCases.put($0, forReporter: true) }
  }
}
