import Markup

/// A page before its frame is put around it.
struct Page: Sendable {
  /// The parts of the site that the navigation names.
  enum Section: String, Sendable {
    case home, schedule, papers, posters, keynotes, workshops, socials, sponsors, help, plan, search, chat, account,
      organize, conduct,
      other
  }

  var title: String
  var section: Section
  /// A sentence or two for search engines and previews.
  var description: String?
  /// Style sheets beyond those of every page, without folder and ending: "papers".
  var styles: [String] = []
  /// Modules beyond those of every page, and beyond "maths" unless formulas may come in later.
  var scripts: [String] = []
  /// Further elements of the head: citation data, JSON-LD.
  var head: HTML = .empty
  /// What other sites show of it.
  var graph = OpenGraph()
  /// The address that search engines should know it by, as a path.
  var canonical: String?
  var status = 200
  /// In how many seconds the same may be asked for again, where it was too much now.
  var retryAfter: Int?
  /// Search engines should pass it by.
  var isUnlisted = false
  /// How long looking for words took of making it.
  var searched: Duration?
  var body: HTML

  /// The modules that it needs, with the one for formulas where something could be one.
  var modules: [String] { scripts.contains("maths") || !Maths.mayHold(body) ? scripts : scripts + ["maths"] }
}
