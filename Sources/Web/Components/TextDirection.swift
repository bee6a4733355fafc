/// Which way a text is written.
enum TextDirection {
  /// Whether the first letter is of a script written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and others.
  static func isRightToLeft(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: \.properties.isAlphabetic) else { return false }
    return blocks.contains { $0.contains(first.value) }
  }

  private static let blocks: [ClosedRange<UInt32>] = [
    0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF,
  ]
}
