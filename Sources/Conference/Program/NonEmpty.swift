extension String {
  /// Nil instead of an empty text.
  public var nonEmpty: String? { isEmpty ? nil : self }
}
