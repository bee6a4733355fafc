import CEpoll
import Dispatch

/// One connection to a PostgreSQL server through libpq, used by one thread at a time.
///
/// Several commands go out together and take one round trip. Errors are `PostgresFailure`s.
final class PostgresLink {
  /// What is sent: text without values, which stands in the program or in a migration, or a statement with them.
  enum Command {
    case text(String)
    case statement(RenderedSQL)
  }

  private let connection: LibPQ
  /// Ends what the connection is running, from any thread.
  let canceler: PostgresCanceler
  /// Whether a server that takes no writes is not the one that was looked for.
  var mayWrite = false
  /// Seconds after which a server that says nothing counts as lost; 0 for never.
  private let silence: Double
  private var statements = PostgresStatements()
  /// Why the connection is of no use any more.
  private var loss: String?
  private var sent: [Sent] = []
  private var answers: [PostgresResult?] = []
  /// How many of the commands have their whole answer.
  private var answered = 0
  private var isPipelined = false
  private var isFlushed = true
  /// When the connection counts as lost if the answer has not come.
  private(set) var deadline: DispatchTime?

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
    if let failure = PostgresFailure.tooOld(connection.serverVersion) { throw failure }
    if let failure = PostgresFailure.unfit(encoding: connection.setting("server_encoding")) { throw failure }
    let process = try run([.text(settings.sessionText + "; SELECT pg_backend_pid()")]).last?.first?.value(
      0, as: Int.self)
    // A pooler gives another number than the server's.
    if process != connection.process, !address.hasSessionPooler { throw PostgresFailure.pooler }
  }

  var socket: Int32 { connection.socket }

  var isBroken: Bool { loss != nil }

  var isInTransaction: Bool { !connection.isIdle }

  /// Whether the server has ended the connection while nobody used it.
  func isStale() -> Bool {
    guard isBroken || isReady(POLLIN, within: 0) else { return false }
    return isBroken || !connection.takeInput() || !connection.isConnected
  }

  /// Sends the commands and returns a result for each; after the first failure, which is thrown, the rest is not run.
  func run(_ commands: [Command]) throws -> [PostgresResult] {
    if commands.count == 1 { try send(commands[0]) } else { try sendTogether(commands) }
    try waitForAnswer()
    return try results()
  }

  private func sendTogether(_ commands: [Command]) throws {
    try begin(isPipelined: true)
    try check(connection.beginPipeline())
    for command in commands { try append(command) }
    try check(connection.markEnd())
    flush()
  }

  /// Sends one command without waiting for the server; without a pipeline, which costs a little, if it needs no second one.
  func send(_ command: Command) throws {
    switch command {
    case .statement(let statement) where statement.isWorthKeeping && statements.knownName(of: statement.source) == nil:
      return try sendTogether([command])
    case .text(let text):
      try begin(isPipelined: false)
      sent.append(.command(nil, known: nil))
      try check(connection.send(script: text))
    case .statement:
      try begin(isPipelined: false)
      try append(command)
    }
    flush()
  }

  private func begin(isPipelined: Bool) throws {
    if let loss { throw lost(loss) }
    deadline = silence > 0 ? .now() + silence : nil
    self.isPipelined = isPipelined
    sent.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    answered = 0
  }

  private func append(_ command: Command) throws {
    switch command {
    case .text(let text):
      sent.append(.command(nil, known: nil))
      try check(connection.send(text))
    case .statement(let statement) where statement.isWorthKeeping:
      try execute(statement)
    case .statement(let statement):
      sent.append(.command(statement, known: nil))
      try check(connection.send(statement.text, statement.source.types, statement.values))
    }
  }

  /// Sends a statement that is prepared, or prepares it before.
  private func execute(_ statement: RenderedSQL) throws {
    let (name, isNew, evicted) = statements.name(of: statement.source)
    if let evicted {
      sent.append(.eviction)
      try check(connection.send("DEALLOCATE \(evicted)"))
    }
    if isNew {
      sent.append(.preparation(name: name, statement))
      try check(connection.prepare(name, statement.text, statement.source.types))
    }
    sent.append(.command(statement, known: isNew ? nil : name))
    try check(connection.send(prepared: name, statement.values))
  }

  private func flush() { isFlushed = connection.flush() }
}

extension PostgresLink {
  /// Waits so many seconds for a notification, and says whether one has come.
  func hears(within seconds: Double) throws -> Bool {
    guard isReady(interest, within: Int(seconds * 1e9)) else { return false }
    try check(connection.takeInput())
    return connection.hasNotifications()
  }

  /// What the socket has to be ready for before the answer can come on, for `poll` and `epoll`. Where a part of the answer is here already,
  /// it has to be ready for nothing: one may write to it.
  var interest: Int32 { isFlushed && !connection.hasHiddenInput ? POLLIN : POLLIN | POLLOUT }

  /// Takes what has come from the server, without waiting; true when that is the whole answer or the connection is lost.
  func advance() -> Bool {
    if !isFlushed { flush() }
    // A lost connection shows in the next result.
    if connection.isBusy, !connection.takeInput() { return takeResults(isLost: true) }
    return takeResults(isLost: false)
  }

  /// A result for each command, once the whole answer has come; throws the first failure.
  func results() throws -> [PostgresResult] {
    var results: [PostgresResult] = []
    var failure: PostgresFailure?
    for (sent, answer) in zip(sent, answers) {
      guard let answer else { continue }
      let found = answer.failure(isLost: isBroken)
      if failure == nil { failure = found.map { named($0, sent) } }
      switch sent {
      case .preparation(let name, _): if found != nil || answer.isSkipped { statements.forget(name) }
      case .command: results.append(answer)
      case .eviction: break
      }
    }
    if isPipelined, !isBroken { try check(connection.endPipeline()) }
    if let failure {
      if failure.isOfReadOnlyServer { loss = loss ?? "another server is looked for" }
      throw failure
    }
    if let loss { throw lost(loss) }
    return results
  }

  /// Whether the answer comes while the thread looks again and again for so many nanoseconds.
  func isAnswered(looking nanoseconds: Int) -> Bool {
    let end = DispatchTime.now().uptimeNanoseconds + UInt64(nanoseconds)
    while isFlushed, DispatchTime.now().uptimeNanoseconds < end { if advance() { return true } }
    return false
  }

  /// Whether the answer comes while the thread sleeps for so many nanoseconds.
  func isAnswered(sleeping nanoseconds: Int) -> Bool {
    isFlushed && isReady(POLLIN, within: nanoseconds) && advance()
  }

  private func takeResults(isLost: Bool) -> Bool {
    while isLost || !connection.isBusy {
      let result = connection.nextResult().map(PostgresResult.init)
      if isLost || !connection.isConnected { loss = loss ?? "the connection was lost" }
      if let result {
        if result.endsPipeline { return true }
        keep(result)
      } else {
        answered += 1
        if !isPipelined { return true }
      }
      if isBroken { return true }
    }
    return false
  }

  /// Keeps the last result of a command, or its first failure.
  private func keep(_ result: PostgresResult) {
    while answers.count <= answered { answers.append(nil) }
    if answers[answered]?.failure(isLost: false) == nil { answers[answered] = result }
  }

  private func named(_ failure: PostgresFailure, _ sent: Sent) -> PostgresFailure {
    var failure = failure
    failure.isOfStandby = connection.setting("in_hot_standby") == "on"
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
    return mayWrite ? failure.ofWrite : failure
  }

  private func check(_ isDone: Bool) throws {
    guard isDone else { throw lost(connection.message) }
  }

  private func lost(_ message: String) -> PostgresFailure {
    loss = loss ?? message
    return PostgresFailure(state: "", message: message, isConnectionLost: true)
  }

  /// Gives up waiting for the answer.
  func giveUp() { loss = loss ?? "the server does not answer" }

  private func waitForAnswer() throws {
    repeat {
      guard isReady(interest, within: deadline?.nanosecondsLeft) else { return giveUp() }
    } while !advance()
  }

  /// Waits so many nanoseconds, nil for ever; false when they have passed.
  private func isReady(_ events: Int32, within nanoseconds: Int?) -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
    guard let nanoseconds else { return ppoll(&descriptor, 1, nil, nil) != 0 }
    var time = timespec(tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    return ppoll(&descriptor, 1, &time, nil) != 0
  }
}

extension DispatchTime {
  /// 0 when it has passed.
  fileprivate var nanosecondsLeft: Int {
    let now = DispatchTime.now().uptimeNanoseconds
    return now < uptimeNanoseconds ? Int(uptimeNanoseconds - now) : 0
  }
}
