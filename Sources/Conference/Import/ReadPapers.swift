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
    forEach(records, flattening: "content") { record in
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
      error(record.place, "the paper\(id.map { " “\($0.prefix(80))”" } ?? "") has no title", "add one")
    }
    var paper = Paper(
      id: id ?? "", title: title ?? "", authors: authors(record),
      abstract: record.text("abstract", "description") ?? "",
      keywords: record.list("keywords", "keyword", "tags", separators: [","]))
    paper.tldr = record.text("TL;DR", "tldr", "one-sentence summary", "one_sentence_summary", "summary")
    paper.program = record.text("program") ?? program
    paper.track = record.text("track", "track_name", "area", "primary_area", "subject_area")
    // Demonstrations stood in the track "Demo" of the program "demo": that says nothing more.
    if paper.track?.lowercased() == paper.program?.lowercased() { paper.track = nil }
    paper.kind = kind(record, isOpenReview: isOpenReview)
    paper.bibtex = record.text("_bibtex", "bibtex", "bib")
    readAddresses(of: &paper, record, isOpenReview: isOpenReview)
    for (other, place) in record.items("similar", "similar_papers", "similar_paper_ids", "recs") {
      paper.similar.append(other)
      cite("paper \(other)", from: "paper \(paper.id)", at: place)
    }
    for (session, place) in record.items("sessions", "session", "poster_sessions", "session_id") {
      namedSlots.append((paper.id, session, page, place))
    }
    return paper
  }

  /// How the paper is presented, also where only the decision or OpenReview's venue says it.
  private func kind(_ record: Record, isOpenReview: Bool) -> String? {
    let text = record.text("kind", "paper_type", "type", "decision", "presentation", "presentation_type")
    // Elsewhere a venue may be a hall.
    let isVenueMeant = isOpenReview || record.value["venue"]?.text.flatMap(PaperKindWords.presentation) != nil
    let venue = isVenueMeant ? record.text("venue").flatMap(PaperKindWords.presentation) : nil
    guard let text else { return venue }
    return PaperKindWords.isDecision(text) ? PaperKindWords.presentation(in: text) ?? venue ?? text : text
  }

  /// The paper's own id; nil, with an error, where it has none, it is taken, or it cannot be an address.
  private func paperID(_ record: Record, title: String?, program: String?) -> String? {
    let names = ["UID", "id", "paper_id", "forum", "submission_id", "paper_number", "#"]
    // A portal's list of accepted papers may be titles and authors alone.
    let made = isPortal && !names.contains { record.hasField($0) } ? title.map { Slug.made(of: $0) } : nil
    guard let given = record.text(any: names) ?? record.key ?? made else {
      error(record.place, "this paper has no id", "add a column “id”")
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
    paper.video = video(
      record, "video", "full_presentation_video", "presentation_id", "video_url", "video_link", "slideslive",
      "spotlight_video")
    paper.slides = address(record, "slides", "slides_url", "slides_pdf")
    paper.poster = address(record, "poster", "poster_pdf", "poster_url")
    paper.thumbnail = picture(record, "thumbnail", "thumbnail_link", "image", "figure") ?? thumbnail(of: paper.id)
    if let demo = address(record, "demo_url", "demo") { paper.links.append(Link(label: "Demo", url: demo)) }
    if let material = address(record, "material") { paper.links.append(Link(label: "Material", url: material)) }
  }

  /// The portals kept first figures in a folder of their own, named by paper.
  private func thumbnail(of id: String) -> String? {
    [".png", ".jpg", ".jpeg", ".svg", ".webp"].lazy.compactMap { self.fileName(of: "thumbnails/\(id)\($0)") }.first
  }

  private func authors(_ record: Record) -> [Person] {
    let names = ["authors", "author", "author_names"]
    if let people = peopleOfTheirOwn(record, names) { return people }
    let affiliated = affiliatedAuthors(record)
    if !affiliated.isEmpty {
      record.ignore(any: names)
      return affiliated
    }
    guard let node = record.node(any: names) else { return [] }
    let affiliations = record.list("affiliations", "affiliation", "institutions")
    let emails = record.list("emails", "authorids", "email")
    let people = authorNames(node).enumerated().map { index, name in
      author(name, affiliation: affiliations.indices.contains(index) ? affiliations[index] : nil, at: node.place)
    }
    guard emails.count == people.count else { return people }
    return zip(people, emails).map { person, email in
      var person = person
      if email.contains("@") { person.email = email }
      return person
    }
  }

  /// "Ada Lovelace <ada@example.org>" has an address, which is never shown; one in place of a name is an error, since
  /// names are.
  ///
  /// - Parameter table: where people of the kind have columns of their own.
  func author(
    _ text: String, affiliation: String? = nil, in table: String = "authors.csv", at place: Place
  ) -> Person {
    // A literal expression is read anew at every use, which thousands of names would notice.
    guard text.utf8.contains(UInt8(ascii: "@")) else {
      return isPortal ? Self.shownPerson(text, affiliation: affiliation) : Person(name: text, affiliation: affiliation)
    }
    let match = text.wholeMatch(of: /(.*\S)\s*[<(\[]([^\s@<>()]+@[^\s@<>()]+)[>)\]]/)
    let name = match.map { String($0.1) } ?? text
    if name.contains(/\S@\S+\.\S/) {
      error(
        place, "“\(name.prefix(60))” is an e-mail address where a name should be",
        "write the name; addresses go into a column “email” of \(table), and are never shown")
    }
    return Person(name: name, affiliation: affiliation, email: match.map { String($0.2) })
  }

  /// "Ada Lovelace (University of London); Alan Turing (King's College)*", as the ISMIR conferences wrote them.
  private func affiliatedAuthors(_ record: Record) -> [Person] {
    record.list("authors_and_affil", "authors_and_affiliations", "authors_with_affiliations").map { text in
      guard let match = text.wholeMatch(of: /([^()]+?)\s*\((.+)\)\s*\*?/) else {
        return Person(name: text.trimmingCharacters(in: ["*", " "]))
      }
      return Person(name: String(match.1), affiliation: String(match.2))
    }
  }

  private func authorNames(_ node: Node) -> [String] {
    guard case .list(let items) = node.value else {
      guard case .text(let text) = node.value else { return peopleNames(in: node) }
      let names = Names.split(text, areOnlyNames: true)
      return isPortal ? Self.surnamesLast(names) : names
    }
    return items.flatMap { item -> [String] in
      guard let text = item.text?.trimmingCharacters(in: .whitespaces).nonEmpty else { return peopleNames(in: item) }
      // "Ada Lovelace and Alan Turing" are two, unless the folder is ours, where "Center for Science and Society" is one;
      // what has a comma may be a surname that stands first.
      let areTwo = text.contains(" and ") && !text.contains(",") && !isOurs
      return areTwo ? Names.split(text, areOnlyNames: true) : [text]
    }
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

  /// authors: one row for each author of a paper, in order, with affiliation, country and zone.
  private func readAuthors() {
    var byPaper: [String: [Person]] = [:]
    forEachRecord(of: "authors") { record in
      let person = person(record)
      guard let paper = record.text("paper", "paper_id", "UID") else {
        return error(record.place, "this author has no paper", "add a column “paper” with the paper's id")
      }
      guard paperIndex[paper] != nil else {
        return dangling("paper", paper, at: record.place("paper", "paper_id", "UID"))
      }
      if let person { byPaper[paper, default: []].append(person) }
    }
    guard !byPaper.isEmpty else { return }
    for index in draft.papers.indices {
      if let authors = byPaper[draft.papers[index].id] { draft.papers[index].authors = authors }
    }
  }

  /// A person who has a row of their own.
  func person(_ record: Record) -> Person? {
    let name = record.text(any: Self.nameFields) ?? nameInParts(record)
    if name == nil { error(record.place, "this person has no name", "add one") }
    let person = Person(
      name: name ?? "", affiliation: record.text("affiliation", "aff", "institution"), country: record.text("country"),
      zone: zone(ofPerson: record),
      email: record.text("email", "e-mail"), website: address(record, "website", "url", "homepage", "link"),
      image: picture(record, "image", "picture", "photo", "im"), biography: record.text("biography", "bio"))
    return name == nil ? nil : person
  }
}
