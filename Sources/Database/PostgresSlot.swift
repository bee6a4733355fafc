import Dispatch
import Glibc
import Synchronization

/// A place of the pool: a connection, made when it is needed and again when it was lost, and the thread that it blocks.
/// Only who took it from the pool touches it, and only on its queue.
final class PostgresSlot: @unchecked Sendable {
  let queue = DispatchQueue(label: "hatata.postgres")
  private let server: PostgresServer
  private var link: PostgresLink?
  private var role: Postgres.Role?
  /// Which one sent a statement last.
  private var thread: pthread_t = 0

  init(of server: PostgresServer) { self.server = server }

  /// How much there is to do before the slot can be used so: nothing, getting the server's process to the thread's core, connecting, or changing the session.
  func effort(_ role: Postgres.Role) -> Int {
    guard link != nil else { return 2 }
    guard self.role == role else { return 3 }
    return thread == pthread_self() ? 0 : 1
  }

  /// The connection, if there is one.
  var current: PostgresLink? { link }

  /// Sends a statement, without waiting for the server; nil, and nothing is done, where one has to connect before.
  func begins(_ statement: RenderedSQL, as role: Postgres.Role) -> PostgresLink? {
    guard self.role == role, let link else { return nil }
    thread = pthread_self()
    // A read on a connection that the server has ended is done again, but a write would not be known to be undone.
    if role == .writing, link.isStale() { return nil }
    guard (try? link.send(.statement(statement))) != nil else { return nil }
    return link
  }

  /// The connection, which is made if there is none or the server has ended it.
  func connected(as role: Postgres.Role) throws -> PostgresLink {
    let link = try usable() ?? server.connect()
    self.link = link
    if self.role == role { return link }
    self.role = nil
    do {
      _ = try link.run([.text(server.settings.sessionText(of: role))])
    } catch let failure as PostgresFailure {
      throw failure.error(at: server.address.quoted)
    }
    self.role = role
    link.mayWrite = role == .writing && !server.settings.isReadOnly
    return link
  }

  private func usable() -> PostgresLink? {
    if let link, !link.isStale() { return link }
    disconnect()
    return nil
  }

  /// Ends a transaction that is left, and throws the connection away when it is lost or must not be used again.
  func tidy(isSpoiled: Bool) {
    guard let link else { return }
    if link.isInTransaction, !isSpoiled { _ = try? link.run([.text("ROLLBACK")]) }
    if isSpoiled || link.isBroken || link.isInTransaction { disconnect() }
  }

  func disconnect() {
    (link, role) = (nil, nil)
  }
}
