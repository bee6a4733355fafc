import Conference
import Hummingbird

extension Routes {
  /// What somebody says of themselves: written in the account, read by participants.
  func addProfile() {
    personal("account/profile", .participant) { try await ProfileForms.page($0) }
    form("account/profile", .participant) { act in
      let account = try act.personal.account
      let typed = ProfileForms.read(act.form, of: act.visit.program)
      do {
        try await act.site.people.write(typed, of: account.id)
      } catch let problem as ConferenceError {
        guard case .invalid = problem else { throw problem }
        return .page(try await ProfileForms.page(act.personal, refused: typed, as: problem))
      }
      act.site.doorkeeper.forget(account.id)
      return .seeOther("/account/profile?done=profile")
    }
    upload("account/portrait", .participant, limit: PictureFolder.largestFile + (64 << 10)) { act in
      guard let file = act.files.first(where: { $0.field == "picture" }), !file.bytes.isEmpty else {
        throw ConferenceError.invalid(field: "Picture", problem: "none was chosen", advice: "Go back and choose one.")
      }
      try await act.site.people.setPortrait(Array(file.bytes), of: try act.personal.account.id, in: act.site.portraits)
      return .seeOther("/account/profile?done=picture")
    }
    form("account/portrait/removal", .participant) { act in
      try await act.site.people.setPortrait(nil, of: try act.personal.account.id, in: act.site.portraits)
      return .seeOther("/account/profile?done=picture")
    }
    personal("people/:id", .participant) { try await PersonPage.page($0) }
    ownFile("people/:id/portrait.jpg") { try await PersonPage.portrait($0) }
  }
}

extension Site {
  var portraits: PictureFolder { PictureFolder.portraits(data) }
}
