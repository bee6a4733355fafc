import Conference

extension Routes {
  /// What other programs may do here.
  func addTokens() {
    personal("organize/tokens", .organizer) { try await TokensPage.page($0) }
    form("organize/tokens", .organizer) { act in
      do {
        let form = try TokenForm(act.form)
        let (token, secret) = try await act.tokens.add(
          form.name, form.scopes, lasting: form.days, by: try act.personal.account.id)
        return .page(NewTokenPage.page(token, secret, act.personal))
      } catch let error as ConferenceError {
        return try await .refused(error) { problem in
          try await TokensPage.page(act.personal, refused: (act.form, problem))
        }
      }
    }
    form("organize/tokens/:id/revocation", .organizer) { act in
      try await act.tokens.revoke(try act.visit.parameter("id"), by: try act.personal.account.id)
      return .seeOther("/organize/tokens?done=revoked")
    }
  }
}

extension Act {
  fileprivate var tokens: APITokens { APITokens(site.database, clock: site.clock) }
}

/// What the form of a new token says.
struct TokenForm {
  let name: String
  let scopes: Set<TokenScope>
  let days: Int

  /// So many days a token may be made for, the usual first.
  static let choices = [90, 7, 30, 366]

  init(_ form: Query) throws {
    name = form["name"] ?? ""
    scopes = Set(form.all("scope").compactMap { TokenScope(rawValue: $0) })
    guard let days = form["days"].flatMap({ Int($0) }) else {
      throw ConferenceError.invalid(field: "Days", problem: "nothing was chosen", advice: "Choose how long it works.")
    }
    self.days = days
  }
}
