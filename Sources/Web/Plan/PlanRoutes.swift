extension Routes {
  /// What a visitor saved, by time; the ids come from the visitor's browser with the address.
  func addPlan() {
    page("plan") { PlanPage.page($0) }
  }
}
