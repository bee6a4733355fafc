extension Routes {
  /// What a visitor saved, by time: from the ids in the address, or from the account of who is signed in.
  func addPlan() {
    personal("plan", .schedule) { try await PlanPage.page($0) }
    ownFile("plan/today.json", .schedule) { try await PlanToday.file($0) }
    personal("account/now", .participant) { try await OwnNow.page($0) }
  }
}
