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

  /// keywords: more keywords for some papers.
  func readKeywords() {
    forEachRecord(of: "keywords") { record in
      guard let id = record.text("paper", "UID", "id") ?? record.key else {
        return leaveOut(record, lacking: "paper", "write the paper's id into a column “paper”")
      }
      let more = record.list("keywords", "keyword")
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
        guard let video = video(record, "slides_id", "presentation_id", "video") else { return }
        guard paperIndex[id] != nil else {
          warn(
            place, "there is no paper “\(id.prefix(80))” for this video; it is left out", "correct the id, or leave it")
          return
        }
        change(id, at: place) { $0.video = video }
      }
    }
  }

  /// paper_recs: for each paper the ids of similar ones, itself among them.
  func readSimilar() {
    guard let table = table("paper_recs") else { return }
    guard let entries = table.root.entries else {
      return warn(
        table.root.place, "recommendations are a map from each paper's id to a list of ids; this file is left out",
        "write the ids of similar papers into a column “similar” of papers.csv")
    }
    for entry in entries {
      let ids = entry.value.texts.filter { $0 != entry.key && paperIndex[$0] != nil }
      change(entry.key, at: entry.keyPlace, mustExist: false) { $0.similar = ids }
    }
    if let stranger = entries.first(where: { paperIndex[$0.key] == nil }) {
      warn(
        stranger.keyPlace, "recommendations name papers that are not in the folder; these are left out",
        "bring the file up to date")
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
      if paperIndex[id] == nil {
        warn(
          record.place("UID", "id", "paper"), "there is no paper “\(id.prefix(80))”; it is left out", "correct the id")
      } else {
        ids.append(id)
      }
    }
    if !ids.isEmpty, claim("theme", "highlighted", at: Place(file: "highlighted.csv")) {
      draft.themes.append(Theme(id: "highlighted", day: nil, title: "Highlighted papers", papers: ids))
    }
  }
}
