/// A frequently asked question with its answer.
public struct Answer: Entry {
  public static let entryKind = EntryKind.answer

  public var id: String
  public var section: String?
  public var question: String
  /// In Markdown.
  public var text: String

  public init(id: String, section: String? = nil, question: String, text: String) {
    self.id = id
    self.section = section
    self.question = question
    self.text = text
  }
}
