import Foundation

/// What somebody wrote into a field of several lines, checked.
struct WrittenText {
  /// Without space around it; line breaks are single characters.
  let text: String

  /// Throws where it is too long, or is missing though it is needed.
  init(_ typed: String, _ field: String, atMost limit: Int, mayBeEmpty: Bool = false) throws {
    text = typed.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    guard mayBeEmpty || !text.isEmpty else {
      throw ConferenceError.invalid(field: field, problem: "it is missing", advice: "Go back and write something.")
    }
    guard text.count <= limit, text.utf8.count <= 4 * limit else {
      throw ConferenceError.invalid(
        field: field, problem: "it is longer than \(limit) characters", advice: "Write it shorter.")
    }
    guard !text.contains("\0") else {
      throw ConferenceError.invalid(
        field: field, problem: "it holds signs that cannot be shown", advice: "Type it again.")
    }
  }
}
