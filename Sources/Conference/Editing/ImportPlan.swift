import Database

/// What an import makes of the program, before anything is written.
struct ImportPlan {
  let incoming: [EntryRow]
  let pruning: Bool
  /// Whether the files count more than what was changed by hand.
  let overwriting: Bool

  func changes(in connection: Connection) throws -> (changes: Changes, merged: HandEdits.Merged, stored: [StoredEntry])
  {
    let stored = try ProgramStore.storedRows(connection)
    let rows = stored.map(\.row)
    var merged = HandEdits.Merged()
    merged.rows = incoming
    if !overwriting { merged = try HandEdits(connection).merged(incoming, into: rows) }
    var changes = Changes.between(stored: rows, incoming: merged.rows, pruning: pruning, keeping: merged.protected)
    changes.handEdits = merged.kept
    changes.differences = changes.steps(from: stored, to: merged.rows, firstNumber: 0).filter(\.isVisible).map(
      \.difference)
    return (changes, merged, stored)
  }

  func noteOriginals(_ merged: HandEdits.Merged, _ connection: Connection) throws {
    guard !overwriting else { return try HandEdits.forget(incoming, connection) }
    try HandEdits.note(merged, stored: try ProgramStore.storedRows(connection).map(\.row), connection)
  }
}

extension Changes {
  /// The steps that make the change: what is removed first, then the others in their order.
  func steps(from stored: [StoredEntry], to incoming: [EntryRow], firstNumber: Int) -> [EntryStep] {
    let old = Dictionary(stored.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let removed = byKind.flatMap { kind, names in names.removed.map { EntryName(kind: kind, id: $0) } }
    var steps = removed.compactMap { EntryStep(from: old[$0], to: nil) }
    var number = firstNumber
    for row in incoming {
      let name = EntryName(kind: row.kind, id: row.id)
      let known = old[name]
      if let step = EntryStep(from: known, to: StoredEntry(row: row, number: known?.number ?? number)) {
        steps.append(step)
      }
      if known == nil { number += 1 }
    }
    return steps
  }
}
