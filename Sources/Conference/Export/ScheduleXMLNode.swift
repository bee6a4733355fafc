/// An element of XML with either text or elements in it.
struct ScheduleXMLNode {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var text = ""
  var children: [ScheduleXMLNode] = []

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "", _ children: [Self] = []) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    self.text = text
    self.children = children
  }

  /// Appends the element as text; spaces stand only between elements, never beside text.
  func write(to result: inout String, indent: String = "") {
    result += "\(indent)<\(name)"
    for (name, value) in attributes { result += " \(name)=\"\(Self.escaped(value, inAttribute: true))\"" }
    if text.isEmpty, children.isEmpty {
      result += "/>\n"
    } else if children.isEmpty {
      result += ">\(Self.escaped(text))</\(name)>\n"
    } else {
      result += ">\n"
      for child in children { child.write(to: &result, indent: indent + "  ") }
      result += "\(indent)</\(name)>\n"
    }
  }

  /// Line breaks and tabs would be read as spaces in an attribute, and "]]>" may not stand in text.
  private static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in ScheduleText.clean(text).unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n" where inAttribute: result.append(contentsOf: "&#10;".unicodeScalars)
      case "\t" where inAttribute: result.append(contentsOf: "&#9;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
