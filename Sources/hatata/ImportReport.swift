import Conference

/// What an import tells a person at a terminal.
struct ImportReport {
  private let outcome: FolderImport.Outcome
  private let skipsBadRows: Bool

  init(_ outcome: FolderImport.Outcome, skipsBadRows: Bool) {
    self.outcome = outcome
    self.skipsBadRows = skipsBadRows
  }

  func print() {
    for problem in outcome.problems { Swift.print(problem) }
    if outcome.omittedProblems > 0 { Swift.print("... and \(outcome.omittedProblems) more") }
    if !outcome.problems.isEmpty { Swift.print("") }
    Swift.print("Read \(outcome.folder) as \(outcome.format): \(contents).")
    if let hours = outcome.sessionHours { Swift.print("Its sessions are from \(hours).") }
    guard let changes = outcome.changes else { return Swift.print(refusal) }
    if skipsBadRows && outcome.errorCount > 0 {
      Swift.print("Left out: what the \(Self.errors(outcome.errorCount)) name\(outcome.errorCount == 1 ? "s" : "").")
    }
    summarize(changes)
  }

  private static func errors(_ count: Int) -> String { count == 1 ? "1 error" : "\(count) errors" }

  private var refusal: String {
    if let conflict = outcome.conflict { return "Nothing was imported: \(conflict)" }
    let start =
      "Nothing was imported, because of \(Self.errors(outcome.errorCount)); each line above with “error:” is one"
      + (outcome.errorCount > outcome.errors.count ? ", the first \(outcome.errors.count) of them." : ".")
    guard outcome.unreadable.isEmpty else {
      return start
        + "\nSome files cannot be read to their end (\(outcome.unreadable.joined(separator: ", "))), so mend these first."
    }
    return start + "\nMend the files and import again, or leave the bad rows out with --skip-bad-rows."
  }

  private var contents: String {
    let counts = outcome.counts
    let events = counts.eventsByKind.sorted { $0.key < $1.key }.map {
      "\($0.value) \($0.key)\($0.value == 1 || $0.key == "plenary" ? "" : "s")"
    }
    return
      ([EntryKind.paper.counted(counts.papers), EntryKind.session.counted(counts.sessions)] + events + [
        EntryKind.sponsor.counted(counts.sponsors), EntryKind.answer.counted(counts.answers),
      ]).joined(separator: ", ")
  }

  private func summarize(_ changes: Changes) {
    for edit in changes.handEdits {
      let what = edit.fields.isEmpty ? "removed" : edit.fields.joined(separator: ", ")
      Swift.print("Kept as it is by hand: \(edit.kind.rawValue) \(edit.id) (\(what)); --overwrite takes the folder's")
    }
    // What is kept, though others came before it, is no change that anybody could see.
    if changes.byKind.values.allSatisfy({
      $0.added.isEmpty && $0.changed.isEmpty && $0.removed.isEmpty && !$0.isReordered
    }) {
      Swift.print(outcome.isDryRun ? "Nothing would change." : "Nothing has changed.")
    } else {
      Swift.print(outcome.isDryRun ? "This would change (nothing was written):" : "Imported:")
    }
    for kind in EntryKind.allCases {
      guard let names = changes.byKind[kind] else { continue }
      for (verb, ids) in [("added", names.added), ("changed", names.changed), ("removed", names.removed)]
      where !ids.isEmpty {
        Swift.print("  \(verb) \(kind.counted(ids.count))\(Self.list(ids))")
      }
      if names.isReordered { Swift.print("  reordered \(kind.plural)") }
      if !names.kept.isEmpty {
        Swift.print(
          "  kept \(kind.counted(names.kept.count)) that the folder lacks\(Self.list(names.kept)); --prune removes them"
        )
      }
    }
  }

  /// Few ids are worth reading; many are not.
  private static func list(_ ids: [String]) -> String { ids.count > 6 ? "" : ": " + ids.joined(separator: ", ") }
}
