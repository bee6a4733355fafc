/// How names of fields are compared: `PDF URL`, `pdf-url` and `pdf_url` are one name.
public enum FieldName {
  /// The name in lower case without spaces, `_` and `-`.
  public static func normalized(_ name: String) -> String {
    guard !name.utf8.allSatisfy(isPlain) else { return name }
    let lower = name.utf8.contains { $0 >= 0x80 || (0x41...0x5A).contains($0) } ? name.lowercased() : name
    guard lower.unicodeScalars.contains(where: isIgnored) else { return lower }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: lower.unicodeScalars.filter { !isIgnored($0) })
    return String(kept)
  }

  /// A small letter or a digit of ASCII, as most names are made of.
  private static func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || scalar == " "
      || ((scalar.value < 0x30 || scalar.value >= 0x80) && scalar.properties.isWhitespace)
  }
}
