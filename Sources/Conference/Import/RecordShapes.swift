import Foundation

/// Ways to ask records and nodes that imports need besides the plain ones.
extension Record {
  /// The text of a record that is no map: a line of a list of names.
  var plainText: String? { value.text?.trimmingCharacters(in: .whitespacesAndNewlines).nonEmpty }
}

extension Record {
  /// The record with the day on which it is, unless it names one.
  func on(_ day: Day) -> Record {
    guard let own = value.entries, text("day", "date") == nil else { return self }
    let written = Node(.text(day.iso), file: value.file, at: value.position)
    let entry = Node.Entry(key: "day", value: written, keyFile: value.file, keyPosition: value.position)
    return Record(Node(.map(own + [entry]), file: value.file, at: value.position), key: key)
  }
}

extension Node {
  /// The texts of a list, or the one text that stands instead of a list.
  var texts: [String] { scalars.compactMap(\.text) }

  /// The items of a list, or the one value that stands instead of a list.
  var scalars: [Node] {
    switch value {
    case .list(let items): items
    case .text: [self]
    case .null, .map: []
    }
  }
}

extension ConferenceFolder {
  func has(_ name: String) -> Bool { size(name) != nil }
}

extension ClockTime {
  /// This time on a day; 24:00 is the next day's midnight.
  func wall(on day: Day) -> WallTime { WallTime(day: day, clock: self) }

  func instant(on day: Day) -> Instant { Zone.utc.instant(of: wall(on: day)) }
}
