import Database
import Foundation
import Synchronization
import Testing

@testable import Conference

/// A database with some people in it, and a clock that a test sets.
struct ScratchPeople: Sendable {
  static let start = Instant(milliseconds: 1_588_000_000_000)
  let database: Database
  let time: Time
  var clock: Clock { Clock { time.now } }
  var people: People { People(database, clock: clock) }
  var devices: Devices { Devices(database, clock: clock) }

  final class Time: Sendable {
    private let instant = Mutex(ScratchPeople.start)
    var now: Instant { instant.withLock { $0 } }
    func pass(seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
  }

  static func run(_ body: (ScratchPeople) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let database = try ScratchData.folder(at: path).open()
    try await body(ScratchPeople(database: database, time: Time()))
    try database.close()
  }

  func signIns(_ change: (inout SignInLimits) -> Void = { _ in }) -> SignIns {
    var limits = SignInLimits()
    change(&limits)
    return SignIns(database, clock: clock, limits: limits)
  }

  func account(_ email: String) async throws -> Account? {
    let address = try #require(EmailAddress(email))
    return try await people.account(address)
  }

  @discardableResult
  func add(_ email: String, name: String = "Selam Tesfaye", role: Role = .participant) async throws -> Account {
    let address = try #require(EmailAddress(email))
    var account = Account(email: address, name: name, added: time.now)
    account.role = role
    let added = account
    try await database.write { try People.add(added, at: ScratchPeople.start, $0) }
    return added
  }

  /// Asks for a mail, and gives what is in it.
  func ask(_ email: String, browser: Secret = .random(), newcomer: Newcomer? = nil, client: String = "192.0.2.1")
    async throws
    -> Ticket
  {
    let box = Mutex<Ticket?>(nil)
    let address = try #require(EmailAddress(email))
    try await signIns().ask(address, browser: browser, client: client, newcomer: newcomer) { ticket, _ in
      box.withLock { $0 = ticket }
      return Letter(purpose: .signIn, subject: "Sign in", text: "…")
    }
    let ticket = box.withLock { $0 }
    return try #require(ticket)
  }
}

extension SignIns.Outcome {
  var secret: Secret? { if case .signedIn(let secret, _) = self { secret } else { nil } }
}
