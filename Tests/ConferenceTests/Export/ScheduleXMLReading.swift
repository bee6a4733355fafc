import Foundation
import FoundationXML

/// An element of an XML document, read by Foundation's parser.
final class ScheduleXMLElement {
  let name: String
  let attributes: [String: String]
  var text = ""
  var children: [ScheduleXMLElement] = []

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func all(_ name: String) -> [ScheduleXMLElement] {
    children.filter { $0.name == name }
  }

  /// The text of the only child with the name; nil where there is none or more than one.
  subscript(name: String) -> String? {
    let found = all(name)
    return found.count == 1 ? found[0].text : nil
  }
}

/// Reads a whole document into elements.
final class ScheduleXMLReading: NSObject, XMLParserDelegate {
  private var open = [ScheduleXMLElement("", [:])]

  /// The outermost element; nil where the document is not well-formed.
  static func root(of bytes: [UInt8]) -> ScheduleXMLElement? {
    let reading = ScheduleXMLReading()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reading
    return parser.parse() ? reading.open[0].children.first : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = ScheduleXMLElement(name, attributes)
    open[open.count - 1].children.append(element)
    open.append(element)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    open[open.count - 1].text += text
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
