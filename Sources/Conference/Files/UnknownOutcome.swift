import Database

extension Error {
  /// Whether what failed may have been done all the same, so that a file which it names has to stay.
  public var mayBeDone: Bool { (self as? DatabaseError)?.isOutcomeUnknown == true }
}
