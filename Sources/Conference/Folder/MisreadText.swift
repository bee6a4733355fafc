/// Text that some program read in a wrong encoding before it came into a table: it is valid, and not what people wrote.
struct MisreadText {
  private let file: String
  private var twice: [Place] = []
  private var lost: [Place] = []

  /// Warns once for each of the two ways in which a file shows it, with the places.
  static func report(_ bytes: UnsafeBufferPointer<UInt8>, file: String, problems: inout Problems) {
    var found = MisreadText(file: file)
    found.search(bytes)
    found.report(&problems)
  }

  private init(file: String) { self.file = file }

  private mutating func search(_ bytes: UnsafeBufferPointer<UInt8>) {
    var cursor = ByteCursor(bytes)
    for index in bytes.indices where bytes[index] == 0xC3 || bytes[index] == 0xEF {
      let isLost = Self.isLost(bytes, at: index)
      guard isLost || Self.isTwice(bytes, at: index) else { continue }
      cursor.advance(toOffset: index)
      let place = cursor.position.place(in: file)
      if isLost { lost.append(place) } else { twice.append(place) }
      if twice.count + lost.count > 1_000 { return }
    }
  }

  /// "\u{FFFD}", which programs write for what they could not read.
  private static func isLost(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD
  }

  /// "Ã" before another sign of Windows-1252 or "â€", as "é" and "’" look when their UTF-8 is taken for that.
  private static func isTwice(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 2 < bytes.count, bytes[index] == 0xC3 else { return false }
    if bytes[index + 1] == 0x83 { return [0xC2, 0xC5, 0xC6, 0xCB, 0xE2].contains(bytes[index + 2]) }
    return index + 4 < bytes.count && bytes[index + 1] == 0xA2 && bytes[index + 2] == 0xE2 && bytes[index + 3] == 0x82
      && bytes[index + 4] == 0xAC
  }

  private func report(_ problems: inout Problems) {
    add(
      twice,
      "letters such as “Ã©” stand where “é” and others were meant, since a program took UTF-8 for another encoding",
      "export the table anew, and open it as UTF-8 before it is saved as “CSV UTF-8”", &problems)
    add(
      lost, "“\u{FFFD}” stands where a program could not read a letter",
      "export the table anew as UTF-8, or write the letter", &problems)
  }

  private func add(_ places: [Place], _ message: String, _ advice: String, _ problems: inout Problems) {
    guard let first = places.first else { return }
    let times = places.count == 1 ? "" : " (\(places.count)×)"
    problems.append(Problem(.warning, at: first, message + times, advice: advice, more: Array(places.dropFirst())))
  }
}
