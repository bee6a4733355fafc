/// Which submissions became papers, by what reviewing systems write beside them.
extension FolderReading {
  /// Leaves out a submission that was not accepted, with what other files say of it; false where it may be a paper.
  func leavesOutDeclined(_ record: Record) -> Bool {
    let said = ["decision", "status"]
    let isAccepted = said.contains { record.glance(at: $0).map(PaperKindWords.isDecision) ?? false }
    let field = (said + (isAccepted ? [] : ["venue"])).first { name in
      guard let text = record.glance(at: name) else { return false }
      return PaperKindWords.isDeclined(text) || name == "decision" && PaperKindWords.isOpen(text)
    }
    guard let field else { return false }
    if let id = givenID(of: record) { declinedPapers.insert(id) }
    declined.add(field, at: record.place(field))
    isRowLeftOut = true
    return true
  }

  /// A status that is a decision; another one, such as "camera-ready", stays unknown.
  func acceptance(_ record: Record) -> String? {
    guard let status = record.glance(at: "status"), PaperKindWords.isDecision(status) else { return nil }
    record.ignore("status")
    return status
  }

  func reportDeclined() {
    for entry in declined.entries {
      say(
        .warning, of: entry,
        "the “\(entry.name)” says that this was rejected, withdrawn, undecided or only submitted; it is left out",
        "remove the row; or, if it is in the program, empty the cell")
    }
  }
}
