/// A color as "#RRGGBB".
struct HexColor: Hashable {
  let text: String
  /// The red, green and blue as one number: 0xRRGGBB.
  var number: Int { Int(text.dropFirst(), radix: 16) ?? 0 }

  /// Nil for anything but a number sign and six hexadecimal digits.
  init?(_ text: String) {
    guard text.count == 7, text.first == "#" else { return nil }
    guard text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    self.text = text
  }
}
