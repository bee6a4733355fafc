import Conference

extension Access {
  /// Those of some papers of which somebody is an author, by the address in the program, which is never shown, or by an organizer's
  /// word.
  func own(_ papers: [Paper], _ claims: [String: PaperClaims.State]) -> [Paper] {
    papers.filter { isAuthor(of: $0) || claims[$0.id] == .granted }
  }
}

extension Personal {
  /// The papers that somebody is an author of.
  func ownPapers() async throws -> [Paper] {
    access.own(visit.program.papers, try await visit.site.claims.states(of: try account.id))
  }
}
