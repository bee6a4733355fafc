import Conference

extension Routes {
  /// Who may come in, and as what.
  func addPeople() {
    personal("organize/people", .organizer) { try await PeopleListPage.page($0) }
    personal("organize/people/waiting", .organizer) { try await WaitingPage.page($0) }
    form("organize/people/admissions", .organizer) { try await PersonActions.admitSeveral($0) }
    form("organize/people/invitations", .organizer) { try await PersonActions.invite($0) }
    addPeopleImport()
    personal("organize/people/new", .organizer) { PersonForm(personal: $0, account: nil).page() }
    form("organize/people/new", .organizer) { try await PersonFormActions.add($0) }
    personal("organize/people/:id/details", .organizer) {
      PersonForm(personal: $0, account: try await PersonFormActions.account($0)).page()
    }
    form("organize/people/:id/details", .organizer) { try await PersonFormActions.correct($0) }
    personal("organize/people/:id", .organizer) { try await OrganizePersonPage.page($0) }
    form("organize/people/:id/role", .organizer) { try await PersonActions.setRole($0) }
    form("organize/people/:id/standing", .organizer) { try await PersonActions.setStanding($0) }
    form("organize/people/:id/admission", .organizer) { try await PersonActions.admit($0) }
    form("organize/people/:id/sign-in-codes", .organizer) { try await PersonActions.issueCode($0) }
    form("organize/people/:id/erasure", .organizer) { try await PersonActions.erase($0) }
    form("organize/people/:id/devices/removal", .organizer) { try await PersonActions.signOut($0) }
  }
}
