// libyaml as Yams brings it along: Yams' own composer builds every node before a limit can apply, repeats what aliases
// name, and gives a whole file up at the first repeated key without telling the place of the second.
import CYaml
import Yams

/// What comes next in a YAML stream.
enum YAMLEvent {
  case documentStart, documentEnd, streamEnd, collectionEnd
  case alias(String)
  case scalar(String, isPlain: Bool, YAMLProperties)
  case listStart(YAMLProperties)
  case mapStart(YAMLProperties)
}

/// The tag and the anchor before a YAML value.
struct YAMLProperties {
  var tag: String?
  var anchor: String?
}

/// Why libyaml stopped: its own words, and how many characters lie before the place.
struct YAMLFailure: Error {
  var problem: String
  var context: String
  var mark: Int
  var contextMark: Int
  /// The offset in bytes instead of characters, where the text itself cannot be read.
  var byteOffset: Int?
}

/// Reads libyaml's events one at a time from bytes that outlive it.
final class YAMLEvents {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let isReady: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event and how many characters lie before it.
  func next() throws(YAMLFailure) -> (event: YAMLEvent, mark: Int) {
    var event = yaml_event_t()
    while true {
      guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw failure }
      defer { yaml_event_delete(&event) }
      if let known = YAMLEvent(event) { return (known, event.start_mark.index) }
    }
  }

  private var failure: YAMLFailure {
    let isReader = parser.pointee.error == YAML_READER_ERROR
    return YAMLFailure(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "out of memory",
      context: parser.pointee.context.map { String(cString: $0) } ?? "",
      mark: parser.pointee.problem_mark.index, contextMark: parser.pointee.context_mark.index,
      byteOffset: isReader ? parser.pointee.problem_offset : nil)
  }
}

extension YAMLEvent {
  /// Nil for the start of the stream, which says nothing.
  fileprivate init?(_ event: yaml_event_t) {
    let data = event.data
    switch event.type {
    case YAML_STREAM_START_EVENT: return nil
    case YAML_DOCUMENT_START_EVENT: self = .documentStart
    case YAML_DOCUMENT_END_EVENT: self = .documentEnd
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: self = .collectionEnd
    case YAML_ALIAS_EVENT: self = .alias(string(data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      let list = data.sequence_start
      self = .listStart(YAMLProperties(tag: string(list.tag), anchor: string(list.anchor)))
    case YAML_MAPPING_START_EVENT:
      let map = data.mapping_start
      self = .mapStart(YAMLProperties(tag: string(map.tag), anchor: string(map.anchor)))
    case YAML_SCALAR_EVENT:
      let scalar = data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      self = .scalar(
        String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE,
        YAMLProperties(tag: string(scalar.tag), anchor: string(scalar.anchor)))
    default: self = .streamEnd
    }
  }
}

private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  pointer.map { String(cString: $0) }
}
