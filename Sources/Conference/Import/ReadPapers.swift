import Foundation

/// papers, NAME_papers, authors, keywords, videos and recommendations.
extension FolderReading {
  func readPapers() {
    readPapers(of: "papers", program: nil)
    for name in folder.tableNames.sorted()
    where name.hasSuffix("_papers") && name.wholeMatch(of: /(w\d+|workshop)_papers/) == nil {
      let program = String(name.dropLast("_papers".count))
      if isPortal, Self.copies.contains(program) { continue }
      readPapers(of: name, program: program == "accepted" ? nil : program)
    }
    for (table, program) in Self.others where isPortal { readPapers(of: table, program: program) }
    readAuthors()
    readKeywords()
    readVideos()
    readSimilar()
    readHighlights()
  }

  private func readPapers(of table: String, program: String?) {
    let page = table == "papers" || table == "paper_list" || table.hasSuffix("_papers") ? nil : table
    guard let found = self.table(table) else { return }
    let records = found.records(under: ["papers", "notes"])
    guard !isPortal || table == "papers" || records.isEmpty || records.contains(where: hasTitle) else {
      return warn(
        Place(file: found.name), "this table has no column of titles, so that it lists no papers; it is left out",
        "add a column “title”, if they are papers")
    }
    authorStyle = styleOfAuthors(in: records)
    forEach(records, flattening: "content") { record in
      if leavesOutDeclined(record) { return }
      var paper: Paper?
      let slotsBefore = namedSlots.count
      let isGood = succeeded { paper = self.paper(record, program: program, page: page) }
      if isGood, let paper {
        draft.papers.append(paper)
      } else {
        namedSlots.removeSubrange(slotsBefore...)
      }
    }
  }

  /// What portals called tables of papers besides, in this order, and the programs that these are.
  private static let others: [(table: String, program: String?)] = [
    ("paper_list", nil), ("proceedings", nil), ("posters", "posters"), ("poster_list", "posters"), ("demos", "demos"),
    ("lbds", "late-breaking"), ("lbd", "late-breaking"), ("music", "music"), ("open_problems", "open problems"),
  ]
  /// What portals called papers that they kept from earlier, or from the template.
  private static let copies: Set<String> = ["old", "backup", "copy", "fake", "sample", "template", "test"]
  private static let titleNames = ["title", "paper_title", "name"]
  /// In this order: OpenReview's notes have a number beside their id.
  static let paperIDNames = ownIDNames + otherIDNames
  private static let ownIDNames = ["UID", "id", "paper_id", "forum", "submission_id", "paper_number", "#"]
  /// What may say something else of a paper that has an id.
  private static let otherIDNames = [
    "forum_id", "submission_number", "paper #", "submission #", "pid", "easychair_id", "anthology_id", "number", "key",
    "slug",
  ]

  func givenID(of record: Record) -> String? {
    record.text(any: Self.ownIDNames) ?? record.key ?? record.text(any: Self.otherIDNames)
  }

  private func hasTitle(_ record: Record) -> Bool {
    let fields = record.hasField("content") ? record.flattened("content") : record
    return Self.titleNames.contains { fields.hasField($0) }
  }

  private func paper(_ record: Record, program: String?, page: String?) -> Paper {
    // OpenReview's notes name their forum by its id.
    let isOpenReview = record.text("forum").map { !Self.isWebAddress($0) } ?? false
    let title = record.text(any: Self.titleNames)
    let id = paperID(record, title: title, program: program)
    if let title {
      warnAboutMarkup(title, at: record.place(any: Self.titleNames))
    } else {
      lack(
        record, Self.titleNames, "the paper\(id.map { " “\($0.prefix(80))”" } ?? "") has no title", "add one",
        inGeneral: "the paper has no title")
    }
    var paper = Paper(
      id: id ?? "", title: title ?? "", authors: authors(record),
      abstract: record.text("abstract", "paper_abstract", "abstract_text", "description") ?? "",
      keywords: record.list(
        "keywords", "keyword", "keyword(s)", "author_keywords", "tags", "topics", "topic", "subject_areas",
        separators: [","]))
    paper.tldr = record.text("TL;DR", "tldr", "one-sentence summary", "one_sentence_summary", "summary")
    paper.program = record.text("program") ?? program
    paper.track = record.text("track", "track_name", "area", "primary_area", "subject_area", "primary_subject_area")
    // Demonstrations stood in the track "Demo" of the program "demo": that says nothing more.
    if paper.track?.lowercased() == paper.program?.lowercased() { paper.track = nil }
    paper.kind = kind(record, isOpenReview: isOpenReview)
    paper.bibtex = record.text("_bibtex", "bibtex", "bib")
    readAddresses(of: &paper, record, isOpenReview: isOpenReview)
    for (other, place) in record.items("similar", "similar_papers", "similar_paper_ids", "recs") {
      paper.similar.append(other)
      cite("paper \(other)", from: "paper \(paper.id)", at: place)
    }
    let sessions = record.items(
      "sessions", "session", "poster_sessions", "poster_session", "session_id", "session_ids", "session_names",
      "session_name")
    for (session, place) in sessions {
      namedSlots.append((paper.id, session, page, place))
    }
    return paper
  }

  /// How the paper is presented, also where only the decision or OpenReview's venue says it.
  private func kind(_ record: Record, isOpenReview: Bool) -> String? {
    let status = acceptance(record)
    var text = record.text("kind", "paper_type", "type", "decision", "presentation", "presentation_type") ?? status
    if text.map(PaperKindWords.isBareDecision) ?? false { text = record.text("presentation", "presentation_type") }
    // Elsewhere a venue may be a hall.
    let isVenueMeant = isOpenReview || record.value["venue"]?.text.flatMap(PaperKindWords.presentation) != nil
    let venue = isVenueMeant ? record.text("venue").flatMap(PaperKindWords.presentation) : nil
    guard let text else { return venue }
    return PaperKindWords.isDecision(text) ? PaperKindWords.presentation(in: text) ?? venue ?? text : text
  }

  /// The paper's own id; nil, with an error, where it has none, it is taken, or it cannot be an address.
  private func paperID(_ record: Record, title: String?, program: String?) -> String? {
    let names = Self.paperIDNames
    let hasColumn = names.contains { record.hasField($0) }
    var given = givenID(of: record)
    // A portal's list of accepted papers may be titles and authors alone.
    if given == nil, isPortal, !hasColumn, let title {
      given = Slug.made(of: title)
      titledIDs.add("id", at: record.place)
    }
    guard let given else {
      if hasColumn {
        error(record.place(any: names), "this paper has no id", "fill in its id")
      } else {
        lack(record, ["id"] + names, "this paper has no id", "add a column “id”")
      }
      return nil
    }
    let id = freeID("paper", given, or: program.map { "\($0)-\(given)" }, at: record.place)
    return claim("paper", id, at: record.place(ofName: names)) ? id : nil
  }

  private func readAddresses(of paper: inout Paper, _ record: Record, isOpenReview: Bool) {
    if isOpenReview {
      paper.forum = record.text("forum").map { "https://openreview.net/forum?id=\($0)" }
      paper.pdf = record.text("pdf").map { $0.hasPrefix("/") ? "https://openreview.net" + $0 : $0 }
      record.ignore("original_pdf", "paperhash", "appendix", "id")
    } else {
      paper.pdf = address(record, "pdf", "pdf_url", "paper_pdf", "pdf_link", "pdf_path", "paper_url")
      paper.forum = address(record, "forum_url", "forum_link", "openreview", "forum")
    }
    paper.code = record.list("code", "code_url", "code_link", "github").flatMap {
      $0.split(whereSeparator: \.isWhitespace)
    }
    .compactMap { checkedAddress(String($0), at: record.place("code", "code_url")) }
    let talk = video(
      record, "video", "full_presentation_video", "presentation_id", "video_url", "video_link", "slideslive",
      "slideslive_id", "spotlight_video")
    paper.video = talk ?? youtube(record)
    paper.slides = address(record, "slides", "slides_url", "slides_pdf")
    paper.poster = address(record, "poster", "poster_pdf", "poster_url")
    paper.thumbnail = picture(record, "thumbnail", "thumbnail_link", "image", "figure") ?? thumbnail(of: paper.id)
    if let demo = address(record, "demo_url", "demo") { paper.links.append(Link(label: "Demo", url: demo)) }
    if let material = address(record, "material") { paper.links.append(Link(label: "Material", url: material)) }
  }

  /// A talk on YouTube, by its address or its id there.
  private func youtube(_ record: Record) -> String? {
    let names = ["youtube", "youtube_id", "youtube_url", "youtube_link"]
    guard let text = record.text(any: names) else { return nil }
    let isID = text.wholeMatch(of: /[A-Za-z0-9_\-]{11}/) != nil
    return isID
      ? "https://www.youtube.com/watch?v=\(text)" : checkedAddress(text, of: names[0], at: record.place(any: names))
  }

  /// The portals kept first figures in a folder of their own, named by paper.
  private func thumbnail(of id: String) -> String? {
    [".png", ".jpg", ".jpeg", ".svg", ".webp"].lazy.compactMap { self.fileName(of: "thumbnails/\(id)\($0)") }.first
  }

  func warnAboutMarkup(_ text: String, of field: String = "title", at place: Place) {
    guard Self.holdsMarkup(text) else { return }
    warn(
      place, "the \(field) “\(text.prefix(60))” holds HTML, which is shown as it is written",
      "write the \(field) as plain text" + (field == "title" ? "; TeX between dollar signs is shown as maths" : ""))
  }

  static func holdsMarkup(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "<")) && text.contains(/<\/?[A-Za-z][^<>]*>/)
  }
}
