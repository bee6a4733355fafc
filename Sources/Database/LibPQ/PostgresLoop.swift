import CEpoll
import Dispatch
import Foundation
import Synchronization

/// One thread that waits for the answers on all connections with a statement under way, so that none needs its own.
final class PostgresLoop: Sendable {
  /// A link is handed over to the loop with its statement, and back with the answer.
  private struct Errand: @unchecked Sendable {
    let link: PostgresLink
    let finish: @Sendable (PostgresLink) -> Void
  }

  static let shared = PostgresLoop()
  /// Seconds after which it looks who waits too long.
  private static let look = 1.0
  private let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
  private let errands = Mutex<[Int32: Errand]>([:])

  private init() {
    let thread = Thread { [self] in while true { turn() } }
    thread.name = "hatata.postgres"
    thread.start()
  }

  /// Calls `finish`, which must not block, when the answer to what was sent on the link has come or will not come any more.
  func wait(for link: PostgresLink, _ finish: @escaping @Sendable (PostgresLink) -> Void) {
    let (socket, interest) = (link.socket, link.interest)
    errands.withLock { $0[socket] = Errand(link: link, finish: finish) }
    arm(socket, interest)
  }

  private func arm(_ socket: Int32, _ interest: Int32) {
    var event = epoll_event()
    event.events = UInt32(interest) | EPOLLONESHOT.rawValue
    event.data.fd = socket
    // A closed socket has left the loop by itself, and another one may have got its number.
    if epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event) != 0 { epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event) }
  }

  private func turn() {
    withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
      let count = epoll_wait(epoll, events.baseAddress, 64, Int32(Self.look * 1000))
      for index in 0..<max(0, Int(count)) { goOn(events[index].data.fd) }
    }
    dismissLate()
  }

  private func goOn(_ socket: Int32) {
    guard let errand = errands.withLock({ $0.removeValue(forKey: socket) }) else { return }
    if errand.link.advance() { return errand.finish(errand.link) }
    wait(for: errand.link, errand.finish)
  }

  /// Gives up those whose server says nothing for too long.
  private func dismissLate() {
    let now = DispatchTime.now()
    let late = errands.withLock { errands in
      let late = errands.filter { $0.value.link.deadline.map { $0 < now } ?? false }
      for socket in late.keys { errands[socket] = nil }
      return late
    }
    for errand in late.values {
      errand.link.giveUp()
      errand.finish(errand.link)
    }
  }
}
