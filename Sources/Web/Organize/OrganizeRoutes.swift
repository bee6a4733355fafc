import Conference

extension Routes {
  /// The organizers' console; each part of it has a file of its own for its routes.
  func addOrganizing() {
    personal("organize", .chair) { try await OverviewPage.page($0) }
    addAccessChoices()
    addProgramEditing()
    addPeople()
    addAnnouncing()
    addQuestionsConsole()
    addHelpShifts()
    addConductDesk()
    addChannelConsole()
    addOutbox()
    addAppearance()
    addRecord()
    addTokens()
    addImport()
  }
}
