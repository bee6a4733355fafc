@testable import Conference

/// What a parser made of a text: a compact picture of the tree and the problems in order.
struct Parsed {
  var node: Node?
  var problems: Problems

  var tree: String { node.map(picture) ?? "nothing" }
  var lines: [String] { problems.sorted.map(\.description) }
  /// Place and severity only, such as `a.csv:2:1 error`.
  var places: [String] { problems.sorted.map { "\($0.place) \($0.severity.rawValue)" } }
}

func csv(_ text: String, file: String = "a.csv") -> Parsed {
  var problems = Problems()
  let records = CSVText.parse(text, file: file, problems: &problems)
  return Parsed(
    node: Node(.list(records), file: file, at: Position(line: 1, column: 1)), problems: problems)
}

func json(_ text: String) -> Parsed {
  var problems = Problems()
  let node = JSONText.parse(text, file: "a.json", problems: &problems)
  return Parsed(node: node, problems: problems)
}

func yaml(_ text: String) -> Parsed {
  var problems = Problems()
  let node = YAMLText.parse(text, file: "a.yml", problems: &problems)
  return Parsed(node: node, problems: problems)
}

/// A tree as `[{name: Ada, papers: [1, 2], room: -}]`, where `-` is null and text stands as it is.
func picture(_ node: Node) -> String {
  switch node.value {
  case .null: "-"
  case .text(let text): text
  case .list(let items): "[" + items.map(picture).joined(separator: ", ") + "]"
  case .map(let entries): "{" + entries.map { "\($0.key): \(picture($0.value))" }.joined(separator: ", ") + "}"
  }
}

/// The places of all keys and values in the order of the file.
func places(_ node: Node) -> [String] {
  let here = "\(node.place.line):\(node.place.column)"
  switch node.value {
  case .null, .text: return [here]
  case .list(let items): return [here] + items.flatMap(places)
  case .map(let entries):
    return [here] + entries.flatMap { ["\($0.keyPlace.line):\($0.keyPlace.column)"] + places($0.value) }
  }
}
