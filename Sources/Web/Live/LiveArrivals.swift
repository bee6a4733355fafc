import Glibc
import NIOCore

/// The readers that are still told what they missed, and whom nothing else reaches: what they are told waits until they take it.
struct LiveArrivals {
  private var readers: [ObjectIdentifier: (reader: LiveHub.Reader, since: Int)] = [:]
  private var pulses = 0

  mutating func add(_ reader: LiveHub.Reader) { readers[ObjectIdentifier(reader.channel)] = (reader, pulses) }

  mutating func remove(_ reader: LiveHub.Reader) { readers[ObjectIdentifier(reader.channel)] = nil }

  /// Those of a kind.
  func readers(_ isMeant: (LiveHub.Reader) -> Bool) -> [LiveHub.Reader] {
    readers.values.map(\.reader).filter(isMeant)
  }

  /// Those that were here at the last sign of life already, and have still not taken what they missed.
  mutating func mute() -> [LiveHub.Reader] {
    defer { pulses += 1 }
    return readers.values.filter { $0.since < pulses }.map(\.reader)
  }
}

extension Channel {
  /// Closes at once: what waits is not kept for who may never come for it.
  func cut() {
    guard let socket = self as? any SocketOptionProvider else { return close(promise: nil) }
    socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in self.close(promise: nil) }
  }
}
