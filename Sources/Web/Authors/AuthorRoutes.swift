import Conference
import Hummingbird

extension Routes {
  /// What authors write of their papers, and who says that a paper is theirs.
  func addAuthors() {
    personal("papers/:id/mine", .participant) { try await AuthorPage.page($0) }
    form("papers/:id/mine", .participant) { act in
      let paper = try AuthorPage.paper(act.visit)
      let part = AuthorPart(tldr: act.form["tldr"], code: act.form["code"], video: act.form["video"])
      try await act.site.authors.write(part, of: paper, by: act.personal.access)
      return await done(act, paper)
    }
    for kind in PaperFiles.Kind.allCases {
      upload("papers/:id/mine/\(kind.rawValue)", .participant, limit: kind.limit + (64 << 10)) { act in
        let paper = try AuthorPage.paper(act.visit)
        let bytes = Array(act.files.first { $0.field == kind.rawValue }?.bytes ?? [])
        try await act.site.authors.take(bytes, as: kind, of: paper, by: act.personal.access)
        return await done(act, paper)
      }
      form("papers/:id/mine/\(kind.rawValue)/removal", .participant) { act in
        let paper = try AuthorPage.paper(act.visit)
        try await act.site.authors.removeFile(kind, of: paper, by: act.personal.access)
        return await done(act, paper)
      }
    }
    form("papers/:id/claim", .participant) { act in
      try await act.site.claims.claim(try AuthorPage.paper(act.visit), by: try act.personal.account)
      return .seeOther("/account")
    }
    addVideoUpload()
    addClaims()
  }
}

private func done(_ act: Act, _ paper: Paper) async -> Reply {
  await act.site.takeUp()
  return .seeOther("\(Address.of(paper))/mine?done=yes")
}

extension Site {
  var authors: Authors { Authors(database, clock: clock, in: data) }
  var claims: PaperClaims { PaperClaims(database, clock: clock) }
}
