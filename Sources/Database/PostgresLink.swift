import CPostgres
import Dispatch
import Foundation

/// One connection to a PostgreSQL server through libpq, used by one thread at a time, which it blocks.
///
/// Several commands go out together and take one round trip. Errors are `PostgresFailure`s, or what decoding throws.
final class PostgresLink {
  /// What is sent: text without values, which stands in the program or in a migration, or a statement with them.
  enum Command {
    case text(String)
    case statement(RenderedSQL)
  }

  private let connection: OpaquePointer
  /// Ends what the connection is running, from any thread.
  let canceler: PostgresCanceler
  /// Seconds after which a server that says nothing counts as lost; 0 for never.
  private let silence: Double
  private var statements = PostgresStatements()
  private(set) var isBroken = false
  private var deadline: DispatchTime?
  private var sent: [Sent] = []
  private var isPipelined = false

  private enum Sent {
    case preparation(name: String, RenderedSQL)
    /// `known` is the name of a statement that was prepared earlier.
    case command(RenderedSQL?, known: String?)
    case eviction
  }

  /// Connects within `settings.connectTimeout` and sets the session up.
  init(to address: PostgresAddress, settings: Postgres.Settings) throws {
    silence = settings.statementTimeout > 0 ? settings.statementTimeout + settings.grace : 0
    (connection, canceler) = try Self.connect(address, settings)
    _ = try run([.text(settings.sessionText)])
  }

  deinit { PQfinish(connection) }

  private var socket: Int32 { PQsocket(connection) }

  var isInTransaction: Bool { PQtransactionStatus(connection) != PQTRANS_IDLE }

  /// Whether the server has ended the connection while nobody used it.
  func isStale() -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard isBroken || poll(&descriptor, 1, 0) != 0 else { return false }
    return isBroken || PQconsumeInput(connection) == 0 || PQstatus(connection) != CONNECTION_OK
  }

  /// Sends the commands and returns a result for each; after the first failure, which is thrown, the rest is not run.
  func run(_ commands: [Command]) throws -> [PostgresResult] {
    try send(commands)
    return try receive()
  }

  /// Begins `run` without waiting for the server.
  func send(_ commands: [Command]) throws {
    deadline = silence > 0 ? .now() + silence : nil
    isPipelined = try !sendAlone(commands)
    guard isPipelined else { return }
    try check(PQenterPipelineMode(connection))
    for command in commands { try append(command) }
    try check(PQpipelineSync(connection))
  }

  /// Ends `run`.
  func receive() throws -> [PostgresResult] {
    defer { sent = [] }
    var results: [PostgresResult] = []
    var failure: PostgresFailure?
    for expected in sent {
      guard let result = try lastResult() else { continue }
      let found = result.failure(isLost: isBroken)
      if failure == nil { failure = found.map { named($0, expected) } }
      switch expected {
      case .preparation(let name, _): if found != nil || result.isSkipped { statements.forget(name) }
      case .command: results.append(result)
      case .eviction: break
      }
    }
    if isPipelined { try endPipeline() }
    if let failure { throw failure }
    if isBroken { throw lost("the connection was lost") }
    return results
  }

  /// Sends a statement, if `begins` has not done so already, and returns its result.
  func answer(to statement: RenderedSQL) throws -> PostgresResult? {
    if sent.isEmpty { try send([.statement(statement)]) }
    return try receive().last
  }

  /// Sends a statement without waiting for the server; false where the connection is lost, and nothing was done.
  func begins(_ statement: RenderedSQL) -> Bool {
    do {
      try send([.statement(statement)])
      return true
    } catch {
      sent = []
      return false
    }
  }

  /// Whether the answer to what was sent comes within so many nanoseconds.
  func isAnswered(within nanoseconds: Int) -> Bool {
    guard PQflush(connection) == 0 else { return false }
    var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    var time = timespec(tv_sec: 0, tv_nsec: nanoseconds)
    guard ppoll(&descriptor, 1, &time, nil) > 0 else { return false }
    return PQconsumeInput(connection) == 1 && PQisBusy(connection) == 0
  }

  /// Waits so many seconds for a notification, and says whether one has come.
  func hears(within seconds: Double) throws -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Int32(seconds * 1000)) != 0 else { return false }
    try check(PQconsumeInput(connection))
    var hasCome = false
    while let notification = PQnotifies(connection) {
      PQfreemem(notification)
      hasCome = true
    }
    return hasCome
  }
}

extension PostgresLink {
  /// Sends one command that needs no second one, and no pipeline, which costs a little.
  private func sendAlone(_ commands: [Command]) throws -> Bool {
    guard commands.count == 1 else { return false }
    switch commands[0] {
    case .text(let text):
      sent = [.command(nil, known: nil)]
      try check(PQsendQuery(connection, text))
    case .statement(let statement) where !statement.isWorthKeeping:
      try sendOnce(statement)
    case .statement(let statement):
      guard let name = statements.knownName(of: statement.text, types: statement.types) else { return false }
      try execute(name, statement, isNew: false)
    }
    return true
  }

  private func append(_ command: Command) throws {
    switch command {
    case .text(let text):
      sent.append(.command(nil, known: nil))
      try check(PQsendQueryParams(connection, text, 0, nil, nil, nil, nil, 0))
    case .statement(let statement) where !statement.isWorthKeeping:
      try sendOnce(statement)
    case .statement(let statement):
      let known = statements.name(of: statement.text, types: statement.types)
      if let evicted = known.evicted {
        sent.append(.eviction)
        try check(PQsendQueryParams(connection, "DEALLOCATE \(evicted)", 0, nil, nil, nil, nil, 0))
      }
      if known.isNew {
        sent.append(.preparation(name: known.name, statement))
        try check(PQsendPrepare(connection, known.name, statement.text, Int32(statement.types.count), statement.types))
      }
      try execute(known.name, statement, isNew: known.isNew)
    }
  }

  private func execute(_ name: String, _ statement: RenderedSQL, isNew: Bool) throws {
    sent.append(.command(statement, known: isNew ? nil : name))
    let count = Int32(statement.values.count)
    try check(
      Parameters.with(statement.values) { PQsendQueryPrepared(connection, name, count, $0, $1, $2, 0) }
    )
  }

  private func sendOnce(_ statement: RenderedSQL) throws {
    sent.append(.command(statement, known: nil))
    let (types, count) = (statement.types, Int32(statement.values.count))
    try check(
      Parameters.with(statement.values) { PQsendQueryParams(connection, statement.text, count, types, $0, $1, $2, 0) }
    )
  }

  /// The last result of the next command; nil when a lost connection has none.
  private func lastResult() throws -> PostgresResult? {
    var last: PostgresResult?
    while let result = try nextResult() {
      if last?.failure(isLost: false) == nil { last = result }
      if PQstatus(connection) != CONNECTION_OK {
        isBroken = true
        break
      }
    }
    return last
  }

  private func nextResult() throws -> PostgresResult? {
    var isFlushed = false
    while true {
      if !isFlushed {
        let left = PQflush(connection)
        isFlushed = left <= 0
      }
      guard PQisBusy(connection) == 1 else { break }
      try wait(isFlushed ? POLLIN : POLLIN | POLLOUT)
      // A lost connection shows in the next result.
      if PQconsumeInput(connection) == 0 { break }
    }
    return PQgetResult(connection).map(PostgresResult.init)
  }

  private func wait(_ events: Int32) throws {
    var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
    var milliseconds: Int32 = -1
    if let deadline {
      let (now, end) = (DispatchTime.now().uptimeNanoseconds, deadline.uptimeNanoseconds)
      milliseconds = end > now ? Int32(clamping: (end - now) / 1_000_000 + 1) : 0
    }
    if poll(&descriptor, 1, milliseconds) == 0 { throw lost("the server does not answer") }
  }

  private func endPipeline() throws {
    while !isBroken, let result = try nextResult() {
      if PQstatus(connection) != CONNECTION_OK { isBroken = true }
      if result.endsPipeline { break }
    }
    if !isBroken { try check(PQexitPipelineMode(connection)) }
  }

  private func named(_ failure: PostgresFailure, _ sent: Sent) -> PostgresFailure {
    var failure = failure
    switch sent {
    case .preparation(_, let statement): failure.name(statement)
    case .command(let statement?, let known):
      failure.name(statement)
      if let known, ["26000", "0A000"].contains(failure.state) {
        failure.isStalePlan = true
        statements.forget(known)
      }
    case .command, .eviction: break
    }
    return failure
  }

  private func check(_ isDone: Int32) throws {
    guard isDone == 1 else { throw lost(String(cString: PQerrorMessage(connection))) }
  }

  private func lost(_ message: String) -> PostgresFailure {
    isBroken = true
    return PostgresFailure(state: "", message: message, isConnectionLost: true)
  }
}

extension PostgresLink {
  /// Connects without waiting longer than the settings allow; throws a failure with the server's SQLSTATE, if it gave one.
  private static func connect(
    _ address: PostgresAddress, _ settings: Postgres.Settings
  ) throws -> (OpaquePointer, PostgresCanceler) {
    let parameters = settings.parameters.merging(address.parameters) { $1 }.merging(settings.fixedParameters) { $1 }
    guard let connection = start(parameters) else { throw failure("there is no memory for a connection") }
    // So the error has a code that one can tell apart in every language.
    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE)
    let deadline = DispatchTime.now() + settings.connectTimeout
    var state = PQstatus(connection) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
    while state != PGRES_POLLING_OK {
      if state == PGRES_POLLING_FAILED {
        defer { PQfinish(connection) }
        if PQconnectionNeedsPassword(connection) == 1 { throw PostgresFailure(state: "28P01", message: "no password") }
        throw failure(address.redacted(String(cString: PQerrorMessage(connection))))
      }
      let (now, end) = (DispatchTime.now().uptimeNanoseconds, deadline.uptimeNanoseconds)
      let events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT
      var descriptor = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
      if now >= end || poll(&descriptor, 1, Int32(clamping: (end - now) / 1_000_000 + 1)) == 0 {
        PQfinish(connection)
        throw failure("the server does not answer")
      }
      state = PQconnectPoll(connection)
    }
    PQsetErrorVerbosity(connection, PQERRORS_DEFAULT)
    PQsetnonblocking(connection, 1)
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    guard let canceler = PQgetCancel(connection) else {
      PQfinish(connection)
      throw failure("there is no memory for a connection")
    }
    return (connection, PostgresCanceler(canceler))
  }

  private static func start(_ parameters: [String: String]) -> OpaquePointer? {
    let parameters = parameters.map { (strdup($0.key), strdup($0.value)) }
    defer {
      for (name, value) in parameters {
        free(name)
        free(value)
      }
    }
    let names = parameters.map { UnsafePointer($0.0) } + [nil]
    let values = parameters.map { UnsafePointer($0.1) } + [nil]
    return PQconnectStartParams(names, values, 0)
  }

  /// What libpq says of a connection that was not made, such as `... failed: FATAL:  28P01: password ...`.
  private static func failure(_ message: String) -> PostgresFailure {
    let state = message.firstMatch(of: #/:  ([0-9A-Z]{5}): /#).map { String($0.1) }
    let line = message.split(separator: "\n").first.map(String.init) ?? ""
    return PostgresFailure(state: state ?? "", message: line, isConnectionLost: state == nil)
  }

  /// The connection parameters that an address gives; nil when libpq cannot read it.
  static func parameters(of url: String) -> [String: String]? {
    var message: UnsafeMutablePointer<CChar>?
    let options = PQconninfoParse(url, &message)
    PQfreemem(message)
    return options.map(values)
  }

  /// The connection parameters that the environment and the system give.
  static func defaultParameters() -> [String: String] {
    PQconndefaults().map(values) ?? [:]
  }

  private static func values(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
    defer { PQconninfoFree(options) }
    var values: [String: String] = [:]
    var option = options
    while let name = option.pointee.keyword {
      if let value = option.pointee.val { values[String(cString: name)] = String(cString: value) }
      option += 1
    }
    return values
  }
}

/// Ends what a connection is running, from any thread, by asking the server through a connection of its own.
final class PostgresCanceler: Sendable {
  private nonisolated(unsafe) let request: OpaquePointer

  fileprivate init(_ request: OpaquePointer) { self.request = request }

  deinit { PQfreeCancel(request) }

  /// Waits for the server to take the request, but not for its effect.
  func cancel() {
    var message: [CChar] = Array(repeating: 0, count: 256)
    PQcancel(request, &message, Int32(message.count))
  }
}

/// The result of one command, in libpq's memory, from which rows are made one by one.
final class PostgresResult {
  private let result: OpaquePointer
  private let columns: [String]
  private let types: [PostgresValue.TypeID]

  fileprivate init(_ result: OpaquePointer) {
    self.result = result
    let indices = 0..<PQnfields(result)
    columns = indices.map { String(cString: PQfname(result, $0)) }
    types = indices.map { PQftype(result, $0) }
  }

  deinit { PQclear(result) }

  fileprivate var endsPipeline: Bool { PQresultStatus(result) == PGRES_PIPELINE_SYNC }
  fileprivate var isSkipped: Bool { PQresultStatus(result) == PGRES_PIPELINE_ABORTED }

  var rowCount: Int { Int(PQntuples(result)) }

  /// What the command did, such as `INSERT 0 1`.
  var tag: String { String(cString: PQcmdStatus(result)) }

  /// The number of rows that the command inserted, changed or deleted.
  var changes: Int {
    let tag = tag
    guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: tag.hasPrefix) else { return 0 }
    return tag.split(separator: " ").last.flatMap { Int($0) } ?? 0
  }

  func row(_ index: Int) -> Row {
    Row(columns: columns, values: types.indices.map { value(Int32(index), Int32($0)) })
  }

  private func value(_ row: Int32, _ column: Int32) -> SQLValue {
    guard PQgetisnull(result, row, column) == 0 else { return .null }
    let count = Int(PQgetlength(result, row, column))
    let text = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: count)
    return PostgresValue.decoded(text, type: types[Int(column)])
  }

  fileprivate func failure(isLost: Bool) -> PostgresFailure? {
    let status = PQresultStatus(result)
    if status == PGRES_EMPTY_QUERY {
      return PostgresFailure(state: "42601", message: "there is no statement")
    }
    guard status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE else { return nil }
    let state = field(Self.stateField) ?? ""
    let message = field(Self.messageField) ?? String(cString: PQresultErrorMessage(result)).oneLine
    let isPlaced = field(Self.positionField) != nil
    return PostgresFailure(state: state, message: message, isPlaced: isPlaced, isConnectionLost: isLost)
  }

  // Macros in libpq's header, which Swift does not see: PG_DIAG_SQLSTATE, PG_DIAG_MESSAGE_PRIMARY and
  // PG_DIAG_STATEMENT_POSITION.
  private static let stateField = Int32(UInt8(ascii: "C"))
  private static let messageField = Int32(UInt8(ascii: "M"))
  private static let positionField = Int32(UInt8(ascii: "P"))

  private func field(_ code: Int32) -> String? {
    PQresultErrorField(result, code).map { String(cString: $0) }
  }
}

/// Parameters as libpq takes them: pointers into one block of bytes.
private enum Parameters {
  typealias Pointers = UnsafePointer<UnsafePointer<CChar>?>

  static func with(
    _ values: [SQLValue], _ body: (Pointers, UnsafePointer<Int32>, UnsafePointer<Int32>) -> Int32
  ) -> Int32 {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for value in values {
      PostgresValue.append(value, to: &bytes)
      ends.append(bytes.count)
    }
    // So that an empty value has an address as well, without which it would be NULL.
    bytes.append(0)
    let starts = [0] + ends
    let lengths = ends.indices.map { Int32(ends[$0] - starts[$0]) }
    let formats = [Int32](repeating: 1, count: values.count)
    return bytes.withUnsafeBytes { block in
      let base = block.baseAddress?.assumingMemoryBound(to: CChar.self)
      let pointers = ends.indices.map { index in base.map { UnsafePointer($0 + starts[index]) } }
      return body(pointers, lengths, formats)
    }
  }
}
