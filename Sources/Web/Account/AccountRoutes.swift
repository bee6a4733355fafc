import Conference

extension Routes {
  /// One's own account, and the browsers in which one is signed in.
  func addAccount() {
    personal("account", .account) { try await AccountPage.page($0) }
    form("account/devices/:id/removal", .account) { act in
      let account = try act.personal.account
      try await act.site.doorkeeper.devices.signOut(act.visit.parameter("id"), of: account.id)
      act.site.doorkeeper.forget(account.id)
      return .seeOther("/account")
    }
    form("account/devices/removal", .account) { act in
      let account = try act.personal.account
      try await act.site.doorkeeper.devices.signOutEverywhere(account.id)
      act.site.doorkeeper.forget(account.id)
      return .seeOther(LeavingNotice.signedOut, cookies: [SecretCookie.device.removing])
    }
  }
}
