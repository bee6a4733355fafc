import NIOCore
import Synchronization

/// The streams that are open on this node. What is published to a topic is written to all its readers' channels by their own event loops: one hop
/// for each loop, the same bytes for everybody, nobody waited for.
final class LiveHub: Sendable {
  /// An open page of somebody.
  struct Reader: Sendable {
    let channel: any Channel
    let topics: Set<String>
    /// Nil for who is not signed in.
    let account: String?
  }

  /// The readers that belong to one event loop, and are touched by it only.
  private struct Readers {
    var byTopic: [String: [ObjectIdentifier: LiveOutlet]] = [:]
    var all: [ObjectIdentifier: (reader: Reader, outlet: LiveOutlet)] = [:]
  }

  private typealias Box = NIOLoopBoundBox<Readers>

  private struct State {
    /// All events up to this one are written, or are being written.
    var published: Int64
    var loops: [ObjectIdentifier: (loop: any EventLoop, box: Box)] = [:]
    var streams: [String: Int] = [:]
    var count = 0
    var visitors = 0
    var closings = LiveClosings()
    var arrivals = LiveArrivals()
    var isEnded = false
  }

  /// What became of a reader that wants to be let in.
  enum Entry {
    case isIn
    /// More was published meanwhile, which it has to be told first.
    case behind
    /// Its owner's rights may have changed, or no streams are served any more.
    case shut
  }

  /// So many streams one account may have, and one node; of these, visitors leave some to who is signed in.
  private static let mostOfOne = 60
  private let most: Int
  private var mostOfVisitors: Int { most / 4 * 3 }
  /// Bytes that wait for a slow reader; one with more is cut off, and resumes where it was.
  private static let patience = ChannelOptions.Types.WriteBufferWaterMark(low: 32 << 10, high: 256 << 10)
  /// So long may who is told what it missed go on with it when no streams are served any more.
  private static let grace = TimeAmount.seconds(2)
  private let state: Mutex<State>

  init(from published: Int64, most: Int = 19_000) {
    state = Mutex(State(published: published))
    self.most = most
  }

  /// The newest event that pages may take for known: its readers have it, or will.
  var published: Int64 { state.withLock { $0.published } }

  /// How many streams are open.
  var count: Int { state.withLock { $0.count } }

  /// Counts a stream in before anything is written to it; false where there are too many, or none are served any more.
  func admit(_ account: String?) -> Bool {
    state.withLock { state in
      guard !state.isEnded, state.count < most else { return false }
      if let account {
        guard state.streams[account, default: 0] < Self.mostOfOne else { return false }
        state.streams[account, default: 0] += 1
      } else {
        guard state.visitors < mostOfVisitors else { return false }
        state.visitors += 1
      }
      state.count += 1
      return true
    }
  }

  /// Counts an admitted stream out.
  func dismiss(_ account: String?) {
    state.withLock { state in
      state.count -= 1
      guard let account else { return state.visitors -= 1 }
      guard let count = state.streams[account] else { return }
      state.streams[account] = count > 1 ? count - 1 : nil
    }
  }

  /// Whether no streams are served any more.
  var isEnded: Bool { state.withLock { $0.isEnded } }

  /// How often streams were closed; to be asked before the rights of a reader are read.
  var closings: Int { state.withLock { $0.closings.count } }

  /// Watches over a reader that is told what it missed, until it is let in or forgotten.
  func expect(_ reader: Reader) { state.withLock { $0.arrivals.add(reader) } }

  func forget(_ reader: Reader) { state.withLock { $0.arrivals.remove(reader) } }

  /// Adds a reader that has everything up to an event, and whose rights were read after so many closings.
  func add(_ reader: Reader, having published: Int64, after closings: Int) -> Entry {
    state.withLock { state in
      guard !state.isEnded, !state.closings.hasAny(reader.account, after: closings) else { return .shut }
      guard state.published == published else { return .behind }
      let loop = reader.channel.eventLoop
      let box = state.loops[ObjectIdentifier(loop)]?.box ?? Box.makeBoxSendingValue(Readers(), eventLoop: loop)
      state.loops[ObjectIdentifier(loop)] = (loop, box)
      loop.execute { Self.enter(reader, box) }
      return .isIn
    }
  }

  private static func enter(_ reader: Reader, _ box: Box) {
    let (id, outlet) = (ObjectIdentifier(reader.channel), LiveOutlet())
    do {
      try reader.channel.pipeline.syncOperations.addHandler(outlet, position: .first)
    } catch {
      // It was closed meanwhile.
      return reader.channel.close(promise: nil)
    }
    box.value.all[id] = (reader, outlet)
    for topic in reader.topics { box.value.byTopic[topic, default: [:]][id] = outlet }
    // Whoever goes away is noticed at once, although other requests may half-close.
    reader.channel.setOption(.allowRemoteHalfClosure, value: false).whenFailure { _ in
      reader.channel.close(promise: nil)
    }
    reader.channel.setOption(.writeBufferWaterMark, value: patience).whenFailure { _ in
      reader.channel.close(promise: nil)
    }
    reader.channel.closeFuture.whenComplete { _ in
      box.value.all[id] = nil
      for topic in reader.topics {
        box.value.byTopic[topic]?[id] = nil
        if box.value.byTopic[topic]?.isEmpty == true { box.value.byTopic[topic] = nil }
      }
    }
  }

  /// Writes to all readers of a topic; from now on pages take the event for known.
  func publish(_ bytes: [UInt8], to topic: String, upTo event: Int64) {
    advance(to: event) { loop, box in
      let chunk = LiveOutlet.chunk(bytes)
      loop.execute {
        guard let outlets = box.value.byTopic[topic]?.values else { return }
        var slow: [LiveOutlet] = []
        for outlet in outlets { if outlet.isSlow { slow.append(outlet) } else { outlet.write(chunk) } }
        // Behind everybody else, who would wait while the kernel takes what is not read.
        for outlet in slow { outlet.write(chunk) }
      }
    }
  }

  /// Takes events for known of which no reader has to hear.
  func skip(to event: Int64) { advance(to: event) { _, _ in } }

  private func advance(to event: Int64, _ write: (any EventLoop, Box) -> Void) {
    // Within the lock, so that every loop sees readers enter and updates leave in the same order.
    state.withLock { state in
      state.published = max(state.published, event)
      for (loop, box) in state.loops.values { write(loop, box) }
    }
  }

  /// Writes a sign of life to everybody, and cuts off who has not taken what it missed since the last one: it resumes where it was.
  func pulse() {
    for reader in state.withLock({ $0.arrivals.mute() }) { reader.channel.cut() }
    let chunk = LiveOutlet.chunk(LiveText.pulse)
    forAll { _ in
      true
    } does: {
      $0.write(chunk)
    }
  }

  /// Closes the streams of an account whose rights may have changed; those that still may will open again.
  func close(account: String) {
    state.withLock { $0.closings.add(account) }
    cut { $0.account == account }
  }

  /// Closes all streams, as what is open to whom has changed.
  func closeAll() {
    state.withLock { $0.closings.add(nil) }
    cut { _ in true }
  }

  private func cut(_ isMeant: @escaping @Sendable (Reader) -> Bool) {
    for reader in state.withLock({ $0.arrivals.readers(isMeant) }) { reader.channel.cut() }
    forAll(isMeant) { $0.close() }
  }

  /// Closes the streams that follow topics of which this is true; it is asked once for each topic and event loop.
  func closeAll(following isMeant: @escaping @Sendable (String) -> Bool) {
    let arrivals = state.withLock { state in
      state.closings.add(nil)
      return state.arrivals.readers { $0.topics.contains(where: isMeant) }
    }
    for reader in arrivals { reader.channel.cut() }
    for (loop, box) in state.withLock({ Array($0.loops.values) }) {
      loop.execute {
        for (topic, outlets) in box.value.byTopic where isMeant(topic) {
          for outlet in outlets.values { outlet.close() }
        }
      }
    }
  }

  /// Tells everybody to come back in a while, spread over some seconds, and takes nobody any more.
  func end() {
    let arrivals = state.withLock { state in
      state.isEnded = true
      return state.arrivals.readers { _ in true }
    }
    for reader in arrivals {
      reader.channel.eventLoop.scheduleTask(in: Self.grace) { reader.channel.cut() }
    }
    forAll { _ in
      true
    } does: {
      $0.end(with: LiveText.farewell())
    }
  }

  private func forAll(
    _ isMeant: @escaping @Sendable (Reader) -> Bool, does body: @escaping @Sendable (LiveOutlet) -> Void
  ) {
    for (loop, box) in state.withLock({ Array($0.loops.values) }) {
      loop.execute { for (reader, outlet) in box.value.all.values where isMeant(reader) { body(outlet) } }
    }
  }
}
