extension Routes {
  /// Questions and answers, the committee, the code of conduct, and what this site is.
  func addHelp() {
    page("help", .anyone) { try await HelpPage.page($0) }
    page("committee", .anyone) { CommitteePage.page($0) }
    page("code-of-conduct", .door) { try await ConductPage.page($0) }
    page("about", .anyone) { AboutPage.page($0) }
  }
}
