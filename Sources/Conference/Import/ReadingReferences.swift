/// What entries say of each other: which cell says it, and what if there is no such entry.
extension FolderReading {
  /// Remembers which cell names another entry, for references that are checked when all files are read.
  func cite(_ target: String, from source: String, at place: Place) {
    citations["\(source) -> \(target)"] = place
  }

  /// Where `cite` was told that the one entry names the other, else where the one stands.
  func citation(of target: String, from source: String) -> Place {
    citations["\(source) -> \(target)"] ?? places[source] ?? Place(file: title)
  }

  /// The id of the paper or session that somebody named by its title.
  func idTitled(_ title: String, _ kind: String) -> String? {
    switch kind {
    case "paper": titledPapers.id(title, among: draft.papers.lazy.map { (title: $0.title, id: $0.id) })
    case "session": titledSessions.id(title, among: draft.sessions.lazy.map { (title: $0.title, id: $0.id) })
    default: nil
    }
  }

  /// A reference to what no file has is an error; one to what was left out for its own error follows from that one.
  func dangling(_ kind: String, _ id: String, at place: Place) {
    if let source = leftOut["\(kind) \(id)"] {
      return warn(
        place, "this is left out, since the \(kind) “\(id.prefix(80))” is; see \(source)", "correct the \(kind) first")
    }
    if isSourceUnreadable(of: kind, id) || kind == "paper" && declinedPapers.contains(id) { return }
    if kind == "paper", !listsPapers(for: place.file) { return unlisted.add("paper", at: place) }
    let advice = idTitled(id, kind).map { "write its id “\($0)” instead of its title" }
    error(place, "there is no \(kind) “\(id.prefix(80))”", advice ?? "correct the id, or add the \(kind)")
  }

  /// Whether a file in which it may stand cannot be read, which is an error enough.
  func isSourceUnreadable(of kind: String, _ id: String) -> Bool {
    guard !unreadable.isEmpty else { return false }
    let eventKind = kind == "event" ? EventReference(id)?.kind.rawValue : nil
    let sources: [String] =
      switch eventKind ?? kind {
      case "paper": ["papers"]
      case "session": ["sessions", "events", "schedule", "calendar"]
      case "keynote": ["keynotes", "speakers"]
      case "plenary": ["plenary", "plenaries", "plenary_sessions", "panels"]
      case "social": ["socials", "social"]
      case let other: [other + "s"]
      }
    return unreadable.contains { name in sources.contains { name == $0 || name.hasSuffix("_" + $0) } }
  }

  /// Whether the folder has the file in which a portal's other file finds its papers; our own files are always held to it.
  private func listsPapers(for file: String) -> Bool {
    let (stem, tables) = (FileKind.stem(of: file).lowercased(), folder.tableNames)
    let own = ["papers", "authors", "slots", "themes", "links"] + (isPortal ? [] : ["sessions"])
    if program != nil || own.contains(stem) { return true }
    if tables.contains("papers") || tables.contains("paper_list") { return true }
    if let program = stem.firstMatch(of: /^(\w+?)_paper_/) { return tables.contains("\(program.1)_papers") }
    return tables.contains { $0.hasSuffix("_papers") }
  }
}
