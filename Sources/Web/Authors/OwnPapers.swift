import Conference

extension Access {
  /// Those of some papers of which somebody is an author, by the address in the program, which is never shown, or by an organizer's
  /// word.
  func own(_ papers: [Paper], _ claims: [String: PaperClaims.State]) -> [Paper] {
    papers.filter { isAuthor(of: $0) || claims[$0.id] == .granted }
  }

  /// Papers with an author of somebody's name, of whom it is not known whether they are the same person, and who was not asked about yet.
  func claimable(in program: Program, _ claims: [String: PaperClaims.State]) -> [Paper] {
    guard isLetIn, let name = account?.name else { return [] }
    return program.catalog.papers(by: name).map { program.papers[$0] }.filter { paper in
      claims[paper.id] == nil && !isAuthor(of: paper) && paper.hasAuthor(named: name)
    }
  }
}

extension Personal {
  /// The papers that somebody is an author of.
  func ownPapers() async throws -> [Paper] {
    access.own(visit.program.papers, try await visit.site.claims.states(of: try account.id))
  }
}
