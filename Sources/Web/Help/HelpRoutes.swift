extension Routes {
  /// Questions and answers, the committee, the code of conduct, and what this site is.
  func addHelp() {
    page("help") { try await HelpPage.page($0) }
    page("committee") { CommitteePage.page($0) }
    page("code-of-conduct") { try ConductPage.page($0) }
    page("about") { AboutPage.page($0) }
  }
}
