import Conference
import Markup

/// Finds entries to edit.
enum EntryFinder {
  private struct Found {
    let kind: EntryKind
    let id: String
    let title: String
    var session: Session?
  }

  private static let kinds = EntryKind.allCases.filter { $0 != .conference }

  static func html(_ visit: Visit) -> HTML {
    let isAsked = visit.query["q"] != nil || visit.query["kind"] != nil
    return search(visit) + (isAsked ? list(found(visit), visit) : ways(visit))
  }

  private static func search(_ visit: Visit) -> HTML {
    let kind = visit.query["kind"]
    return """
      <form action="/organize/program" class="actions" role="search" aria-label="Program"><label class="sr" for="find">Words of a title, a name or an id</label>
      <input class="field grows" id="find" type="search" name="q" value="\(visit.query["q"])" placeholder="Title, name or id">
      <label class="sr" for="kind">Kind</label><select class="field" id="kind" name="kind"><option value="">Everything</option>\(
        kinds.map { "<option value=\"\($0.rawValue)\"\(HTML.when($0.rawValue == kind, " selected"))>\($0.heading)</option>" as HTML })</select>
      <button class="button" type="submit">Find</button></form>
      """
  }

  /// Every kind with how many there are, and the way to a new one.
  private static func ways(_ visit: Visit) -> HTML {
    "<ul class=\"kinds\">\(kinds.map { way($0, count: all($0, visit.program).count) })</ul>"
  }

  private static func way(_ kind: EntryKind, count: Int) -> HTML {
    """
    <li><a href="/organize/program?kind=\(kind.rawValue)">\(kind.counted(count))</a> <a class="button is-quiet" href="\(url: ProgramLink.new(kind))">Add<span class="sr"> \(article(EntryForms.form(of: kind).noun.lowercased()))</span></a></li>
    """
  }

  private static func article(_ noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } == true ? "an \(noun)" : "a \(noun)"
  }

  private static func list(_ found: [Found], _ visit: Visit) -> HTML {
    let kind = visit.query["kind"].flatMap { EntryKind(rawValue: $0) }.flatMap { kinds.contains($0) ? $0 : nil }
    let add = kind.map { kind in
      "<p class=\"actions\"><a class=\"button\" href=\"\(url: ProgramLink.new(kind))\">New \(EntryForms.form(of: kind).noun.lowercased())</a></p>"
        as HTML
    }
    guard !found.isEmpty else { return nothing + "\(add)" }
    let paging = Paging(visit.query)
    let hasMore = paging.offset + Paging.size < found.count
    return """
      <p class="muted spaced" role="status">\(found.count == 1 ? "1 entry" : "\(found.count) entries")</p>
      <ul class="rows">\(found.dropFirst(paging.offset).prefix(Paging.size).map { row($0, visit) })</ul>
      \(paging.html("/organize/program", visit.query, keeping: ["q", "kind"], hasMore: hasMore))\(add)
      """
  }

  private static let nothing: HTML = """
    <p class="muted spaced" role="status">Nothing in the program fits. Try fewer words or the beginning of one, choose another kind, or look at \
    <a href="/organize/program">all kinds</a>.</p>
    """

  private static func row(_ found: Found, _ visit: Visit) -> HTML {
    """
    <li><span><a dir="auto" href="\(url: ProgramLink.entry(found.kind, found.id))">\(found.title)</a>\(
      found.session.map { "<br><span class=\"muted\">\(Times.when($0.start, $0.end, visit))\(HTML.when($0.isCancelled, ", cancelled"))</span>" as HTML })</span>
    <span class="muted">\(found.kind.rawValue) \(found.id)</span></li>
    """
  }

  private static func found(_ visit: Visit) -> [Found] {
    let (words, kind) = (Folding.words(of: visit.query["q"] ?? ""), visit.query["kind"])
    return [EntryKind.session, .event, .sponsor, .answer, .member, .theme, .paper]
      .filter { kind == nil || $0.rawValue == kind }
      .flatMap { all($0, visit.program) }
      .filter { entry in
        let text = Folding.words(of: ([entry.found.id] + entry.texts).joined(separator: " ")).joined(separator: " ")
        return words.allSatisfy { text.contains($0) }
      }
      .map(\.found)
  }

  private typealias Candidate = (found: Found, texts: [String])

  private static func all(_ kind: EntryKind, _ program: Program) -> [Candidate] {
    func candidates<E: Entry>(_ entries: [E], _ people: (E) -> [Person] = { _ in [] }) -> [Candidate] {
      entries.map {
        let found = Found(kind: kind, id: $0.id, title: EntryTitle.of($0), session: $0 as? Session)
        return (found, [found.title] + people($0).map(\.name))
      }
    }
    return switch kind {
    case .conference: []
    case .paper: candidates(program.papers, \.authors)
    case .session: candidates(program.sessions)
    case .event: candidates(program.events, \.people)
    case .sponsor: candidates(program.sponsors, \.contacts)
    case .answer: candidates(program.answers)
    case .member: candidates(program.members)
    case .theme: candidates(program.themes)
    }
  }
}

extension EntryKind {
  /// As a list or a choice calls them.
  var heading: String { plural.prefix(1).uppercased() + plural.dropFirst() }
}
