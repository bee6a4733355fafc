/// What other files say about papers that are read already.
extension FolderReading {
  /// Changes one paper; a dangling reference is an error unless the source is known to list others as well.
  private func change(_ id: String, at place: Place, mustExist: Bool = true, _ body: (inout Paper) -> Void) {
    guard let index = paperIndex[id] else {
      if mustExist { dangling("paper", id, at: place) }
      return
    }
    body(&draft.papers[index])
  }

  /// Where each paper stands in the draft; papers that were left out are not in it.
  var paperIndex: [String: Int] {
    if paperIndexCache.count != draft.papers.count {
      paperIndexCache = Dictionary(
        draft.papers.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return paperIndexCache
  }

  /// Says that what a portal's file has for a paper is left out, unless the papers cannot be read, which was said.
  private func warnOfAbsent(_ paper: String, _ what: String, at place: Place) {
    if isSourceUnreadable(of: "paper", paper) || declinedPapers.contains(paper) { return }
    warn(place, "there is no paper “\(paper.prefix(80))”; \(what) is left out", "correct the id, or leave it")
  }

  /// keywords: more keywords for some papers, in a column or as a list under the paper's id.
  func readKeywords() {
    forEachRecord(of: "keywords") { record in
      guard let id = record.text("paper", "UID", "id") ?? record.key else {
        return leaveOut(record, lacking: "paper", "write the paper's id into a column “paper”")
      }
      let isMap = record.value.entries != nil
      let more = isMap ? record.list("keywords", "keyword") : Names.cleaned(record.value.texts)
      change(id, at: record.place(ofName: ["paper", "UID", "id"])) { paper in
        paper.keywords += more.filter { !paper.keywords.contains($0) }
      }
    }
  }

  /// poster_slides, NAME_slideslive_ids: the talk of each paper.
  func readVideos() {
    for name in folder.tableNames.sorted() where name == "poster_slides" || name.hasSuffix("slideslive_ids") {
      forEachRecord(of: name, under: ["slides"]) { record in
        record.ignore("status")
        guard let id = record.text("uid", "id", "paper") else {
          return leaveOut(record, lacking: "paper", "write the paper's id into a column “paper”")
        }
        let place = record.place("uid", "id", "paper")
        guard let video = video(record, "slides_id", "presentation_id", "slideslive_id", "slideslive", "video") else {
          return
        }
        guard paperIndex[id] != nil else { return warnOfAbsent(id, "this video", at: place) }
        change(id, at: place) { $0.video = video }
      }
    }
  }

  /// paper_recs: for each paper the ids of similar ones, itself among them; a map, or rows with a column for each.
  func readSimilar() {
    guard let table = table("paper_recs"), !table.root.isEmpty else { return }
    let lists = recommendations(in: table)
    if lists.isEmpty {
      return warn(
        table.root.place, "recommendations are a map from each paper's id to a list of ids; this file is left out",
        "write the ids of similar papers into a column “similar” of papers.csv")
    }
    var strange = FieldTally()
    for list in lists where !list.ids.isEmpty {
      let others = list.ids.filter { $0 != list.paper }
      let ids = others.filter { paperIndex[$0] != nil }
      if !ids.isEmpty {
        change(list.paper, at: list.place, mustExist: false) { $0.similar = ids }
      } else if let other = others.first, paperIndex[list.paper] != nil, !isSourceUnreadable(of: "paper", other) {
        strange.add("similar", at: list.place)
      }
    }
    for entry in strange.entries {
      say(
        .warning, of: entry, "none of the papers that are recommended here is in the folder; these are left out",
        "correct the ids, or bring the file up to date")
    }
    if let stranger = lists.first(where: { paperIndex[$0.paper] == nil }),
      !isSourceUnreadable(of: "paper", stranger.paper)
    {
      warn(
        stranger.place, "recommendations name papers that are not in the folder; these are left out",
        "bring the file up to date")
    }
  }

  private func recommendations(in table: Table) -> [(paper: String, ids: [String], place: Place)] {
    if let entries = table.root.entries { return recommendations(in: entries, of: table) }
    var lists: [(paper: String, ids: [String], place: Place)] = []
    let names = ["paper", "UID", "id", "paper_id"]
    forEach(table.records()) { record in
      let ids = record.list("recs", "recommendations", "similar", "similar_papers", separators: [","])
      guard let paper = record.text(any: names) else {
        if record.value.entries != nil {
          leaveOut(record, lacking: "paper", "write the paper's id into a column “paper”")
        }
        return
      }
      if ids.isEmpty { return }
      lists.append((paper: paper, ids: ids, place: record.place(any: names)))
    }
    return lists
  }

  private func recommendations(
    in entries: [Node.Entry], of table: Table
  ) -> [(paper: String, ids: [String], place: Place)] {
    var odd = FieldTally()
    defer {
      for entry in odd.entries {
        say(.warning, of: entry, "this is no list of papers' ids; it is left out", "write a list, such as [p2, p3]")
      }
    }
    return entries.map { entry in
      let ids = Record(Node(.map([entry]), file: table.name, at: Position(line: 1, column: 1)))
        .list(entry.key, separators: [","])
      if ids.isEmpty, !entry.value.isEmpty { odd.add("similar", at: entry.keyPlace) }
      return (paper: entry.key, ids: ids, place: entry.keyPlace)
    }
  }

  /// highlighted: papers that the Mini-Conf template shows first.
  func readHighlights() {
    var ids: [String] = []
    forEachRecord(of: "highlighted") { record in
      record.ignore("session")
      guard let id = record.text("UID", "id", "paper") else {
        return leaveOut(record, lacking: "paper", "write the paper's id into a column “paper”")
      }
      guard paperIndex[id] != nil else { return warnOfAbsent(id, "this", at: record.place("UID", "id", "paper")) }
      ids.append(id)
    }
    if !ids.isEmpty, claim("theme", "highlighted", at: Place(file: "highlighted.csv")) {
      draft.themes.append(Theme(id: "highlighted", day: nil, title: "Highlighted papers", papers: ids))
    }
  }
}
