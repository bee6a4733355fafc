/// How one table writes its authors, which all of its rows tell together: of "Doe, Jane" alone nobody can say whether the
/// surname stands first.
struct AuthorStyle {
  /// Whether `;` stands between authors everywhere, as reviewing systems export them: with signs and places of work behind
  /// the names.
  let isExported: Bool
  /// Whether surnames stand first.
  let hasSurnamesFirst: Bool

  init(cells: [String]) {
    isExported = cells.contains { $0.contains(";") } && !cells.contains { $0.contains("|") }
    hasSurnamesFirst = cells.contains { Names.hasSurnamesFirst($0) }
  }
}
