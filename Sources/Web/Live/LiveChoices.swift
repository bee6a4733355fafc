import Conference
import Database

/// What organizers chose, where it changes pages that are open: how questions are asked.
enum LiveChoices: LiveFeature {
  static let name = "choices"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    rest.isEmpty && access.isLetIn
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard event.subject == QuestionRules.name else { return [] }
    return [.put(AskForm.rules(try await QuestionRules.current(site.database)), id: AskForm.rulesId, in: "")]
  }
}
