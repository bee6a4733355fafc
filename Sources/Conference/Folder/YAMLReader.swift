/// Builds nodes from libyaml's events and stops before they are too many or too deep.
struct YAMLReader {
  /// A value with how deep it is and, by the difference of counts, how much of the limit it takes.
  private struct Built {
    var node: Node
    var height: Int
    var size: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let events: YAMLEvents
  private let file: String
  private var cursor: ByteCursor
  private var anchors: [String: Built] = [:]
  private var count = 0
  var problems: Problems

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, problems: Problems) {
    self.bytes = bytes
    self.events = YAMLEvents(bytes)
    self.cursor = ByteCursor(bytes)
    self.file = file
    self.problems = problems
  }

  mutating func document() throws(Problem) -> Node? {
    guard case .documentStart = try next() else {
      problems.warning(
        at: Place(file: file), "the file is empty", advice: "write a list of entries, or remove the file")
      return nil
    }
    let root = try value(try next(), depth: 0)
    _ = try next()
    if case .documentStart = try next() {
      problems.append(problem("a second document starts here", advice: "remove the line ---, or use two files"))
    }
    return root.node
  }

  private mutating func next() throws(Problem) -> YAMLEvent {
    do throws(YAMLFailure) {
      let (event, mark) = try events.next()
      cursor.advance(toScalar: mark)
      return event
    } catch {
      throw YAMLMessage.problem(error, bytes: bytes, file: file)
    }
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(Problem) -> Built {
    let start = cursor.position
    let before = count
    try take(1)
    switch event {
    case .alias(let name): return try repeated(name, depth: depth)
    case .scalar(let text, let isPlain, let properties):
      let isNull = isPlain && Self.nulls.contains(text) && properties.tag != Self.standard + "str"
      return finish(.init(isNull ? .null : .text(text), file: file, at: start), height: 0, since: before, properties)
    case .listStart(let properties):
      let (items, height) = try list(depth: depth + 1)
      return finish(.init(.list(items), file: file, at: start), height: height, since: before, properties, at: start)
    case .mapStart(let properties):
      let (entries, height) = try map(depth: depth + 1)
      return finish(.init(.map(entries), file: file, at: start), height: height, since: before, properties, at: start)
    case .documentStart, .documentEnd, .streamEnd, .collectionEnd:
      throw problem("a value is missing here", advice: "check the indentation of this line")
    }
  }

  private mutating func list(depth: Int) throws(Problem) -> (items: [Node], height: Int) {
    try checkDepth(depth)
    var items: [Node] = []
    var height = 0
    while true {
      let event = try next()
      if case .collectionEnd = event { return (items, height + 1) }
      let item = try value(event, depth: depth)
      items.append(item.node)
      height = max(height, item.height)
    }
  }

  private mutating func map(depth: Int) throws(Problem) -> (entries: [Node.Entry], height: Int) {
    try checkDepth(depth)
    var fields = MapEntries()
    var merged: [[Node.Entry]] = []
    var height = 0
    while true {
      let event = try next()
      if case .collectionEnd = event { break }
      let start = cursor.position
      let key = try value(event, depth: depth)
      let item = try value(try next(), depth: depth)
      height = max(height, item.height)
      if case .scalar("<<", isPlain: true, _) = event {
        merged += mergeable(item.node)
      } else if let name = name(of: key.node) {
        fields.add(Node.Entry(key: name, value: item.node, keyFile: file, keyPosition: start), problems: &problems)
      }
    }
    for entries in merged { fields.merge(entries) }
    return (fields.entries, height + 1)
  }

  private mutating func name(of key: Node) -> String? {
    if let text = key.text, !text.isEmpty { return text }
    problems.error(
      at: key.place, "a field's name must be text here", advice: "write name: value, and put { } and [ ] text in quotes"
    )
    return nil
  }

  /// The maps that a merge key names: one, or a list of them.
  private mutating func mergeable(_ node: Node) -> [[Node.Entry]] {
    let maps = (node.items ?? [node]).map(\.entries)
    if maps.contains(where: { $0 == nil }) {
      problems.error(at: node.place, "<< can only take over the fields of a map", advice: "name an anchor of a map")
    }
    return maps.compactMap(\.self)
  }

  private mutating func repeated(_ name: String, depth: Int) throws(Problem) -> Built {
    guard let built = anchors[name] else {
      throw problem(
        "no anchor named \(name.quoted) stands before this", advice: "put text that starts with * in quotes")
    }
    try checkDepth(depth + built.height)
    try take(built.size)
    return built
  }

  private mutating func finish(
    _ node: Node, height: Int, since before: Int, _ properties: YAMLProperties, at start: Position? = nil
  ) -> Built {
    let built = Built(node: node, height: height, size: count - before)
    if let tag = properties.tag, !Self.knownTags.contains(tag) {
      problems.error(
        at: node.place, "the type \(tag.quoted) is not supported",
        advice: "remove it, or put text that starts with ! in quotes")
    }
    if let anchor = properties.anchor { anchors[anchor] = built }
    return built
  }

  private mutating func take(_ amount: Int) throws(Problem) {
    count += amount
    guard count <= YAMLText.limit else {
      throw problem(
        "the file has more than \(YAMLText.limit) values, counting what aliases (*) repeat",
        advice: "write out less by aliases, split the file, or use CSV or JSON")
    }
  }

  private func checkDepth(_ depth: Int) throws(Problem) {
    guard depth <= Node.depthLimit else { throw YAMLMessage.tooDeep(at: cursor.position.place(in: file)) }
  }

  private func problem(_ message: String, advice: String) -> Problem {
    Problem(.error, at: cursor.position.place(in: file), message, advice: advice)
  }

  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]
  private static let standard = "tag:yaml.org,2002:"
  private static let knownTags = Set(
    ["str", "int", "float", "bool", "null", "map", "seq", "timestamp"].map { standard + $0 } + ["!"])
}
