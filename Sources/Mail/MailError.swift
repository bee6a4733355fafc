/// Why something cannot stand in a mail, in words for who typed it.
public struct MailError: Error, Equatable, Sendable, CustomStringConvertible {
  public let problem: String
  public let advice: String

  init(_ problem: String, _ advice: String) { (self.problem, self.advice) = (problem, advice) }

  public var description: String { "\(problem): \(advice)" }
}
