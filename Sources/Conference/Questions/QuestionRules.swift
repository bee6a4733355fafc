/// How questions are asked at this conference.
public struct QuestionRules: Choice {
  public static let name = "questions"
  public static let standard = QuestionRules()

  /// Whether a host looks at a question before others see it.
  public var isReviewed = false
  /// Whether one may ask without one's name being shown; moderators can still look it up.
  public var allowsAnonymous = false

  public init(isReviewed: Bool = false, allowsAnonymous: Bool = false) {
    (self.isReviewed, self.allowsAnonymous) = (isReviewed, allowsAnonymous)
  }
}
