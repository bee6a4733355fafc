extension String {
  /// The text as a sentence of its own: with a capital at its beginning, and one mark at its end.
  var asSentence: String {
    guard let first, let last else { return self }
    let end = ".!?…".contains(last) ? "" : "."
    return "\(first.uppercased())\(dropFirst())\(end)"
  }
}
