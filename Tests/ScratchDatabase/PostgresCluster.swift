import Database
import Foundation
import Synchronization

/// A PostgreSQL server for tests, in a temporary folder and reached through a socket in it only.
///
/// It is stopped and deleted soon after this process has ended, in whatever way.
public final class PostgresCluster: Sendable {
  /// The folder of the newest server's programs, as Debian installs them, or of those that HATATA_POSTGRES names.
  private static let programs: String = {
    let folder = "/usr/lib/postgresql"
    let versions = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).compactMap { Int($0) }
      .filter { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)/bin/initdb") }
    let newest = versions.max().map { "\(folder)/\($0)/bin" }
    return ProcessInfo.processInfo.environment["HATATA_POSTGRES"] ?? newest ?? folder
  }()

  /// Whether somebody has chosen to test without it, by HATATA_WITHOUT_POSTGRES.
  public static let mayBeMissing = ProcessInfo.processInfo.environment["HATATA_WITHOUT_POSTGRES"] != nil

  /// Whether Debian's postgresql is here, and a user to run it as.
  public static let isInstalled =
    FileManager.default.isExecutableFile(atPath: "\(programs)/initdb") && (!isRoot || getpwnam("postgres") != nil)

  private static let isRoot = geteuid() == 0
  private static let started = Result { try PostgresCluster() }

  /// The one that all tests of this process share, each with a database of its own; started when first asked for.
  public static func shared() throws -> PostgresCluster { try started.get() }

  /// In memory where there is room for it: every database is some hundred files.
  private static let place: String = {
    let memory = "/dev/shm"
    var room = statvfs()
    guard statvfs(memory, &room) == 0, FileManager.default.isWritableFile(atPath: memory) else { return "/tmp" }
    return UInt64(room.f_bavail) * UInt64(room.f_frsize) > 2_000_000_000 ? memory : "/tmp"
  }()

  let folder: String
  let port: UInt16?
  private let template = Mutex<String?>(nil)
  private var data: String { folder + "/data" }

  /// Starts a server of its own, for a test that stops it or, `onPort`, reaches it over the loopback, by TLS if it wants to.
  public init(onPort isOnPort: Bool = false) throws {
    port = isOnPort ? try FreePort.find() : nil
    // Short, as the name of a socket may have only 107 bytes.
    folder = "\(Self.place)/hatata-postgres-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    if Self.isRoot { try FileManager.default.setAttributes([.ownerAccountName: "postgres"], ofItemAtPath: folder) }
    try watch()
    try Self.run("initdb", ["-D", data, "-A", "trust", "-U", "postgres", "-N", "-E", "UTF8", "--no-locale"])
    try "local all guarded scram-sha-256\nlocal all all trust\nhost all all 127.0.0.1/32 trust\n"
      .write(toFile: data + "/pg_hba.conf", atomically: false, encoding: .utf8)
    if isOnPort { try makeCertificate() }
    try start()
  }

  /// A certificate of localhost that is signed by itself.
  private func makeCertificate() throws {
    let request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    let name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    try Self.run(["openssl"] + request + name + ["-keyout", data + "/server.key", "-out", certificate])
  }

  /// The file with the certificate of a server on a port.
  public var certificate: String { folder + "/server.crt" }

  /// The address of a database, for the superuser.
  public func address(of database: String, user: String = "postgres") -> String {
    "postgres://\(user)@/\(database)?host=\(folder)" + (port.map { "&port=\($0)" } ?? "")
  }

  /// The same over the loopback, of a server on a port or of what stands before it.
  public func networkAddress(of database: String, onPort other: UInt16? = nil) -> String {
    "postgres://postgres@localhost:\(other ?? port ?? 0)/\(database)?hostaddr=127.0.0.1"
  }

  /// The name of a database with the program's own tables, to make others from: it takes a third of the time.
  var withTables: String {
    get throws {
      try template.withLock { template in
        if let template { return template }
        let name = "with_tables"
        try run(sql: "CREATE DATABASE \(name)")
        try Database.open(postgres: address(of: name)).close()
        template = name
        return name
      }
    }
  }

  /// Runs SQL that is not about one database.
  public func run(sql: String) throws {
    let place = ["-h", folder] + (port.map { ["-p", "\($0)"] } ?? [])
    try Self.run("psql", place + ["-U", "postgres", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql])
  }

  public func start() throws {
    let network = port.map { "127.0.0.1 -c port=\($0) -c ssl=on -c ssl_cert_file=\(certificate)" } ?? ""
    let options =
      "-k \(folder) -c listen_addresses=\(network) -c fsync=off -c max_connections=600 -c shared_buffers=32MB"
    try Self.run("pg_ctl", ["-D", data, "-w", "-l", folder + "/log", "-o", options, "start"])
  }

  /// Stops the server as a crash would, or waits for it to finish in order.
  public func stop(crashing: Bool = true) throws {
    try Self.run("pg_ctl", ["-D", data, "-w", "-m", crashing ? "immediate" : "fast", "stop"])
  }

  /// Lets a shell wait for the end of this process, which may be killed, and clean up then.
  private func watch() throws {
    let script = """
      while grep -q '^State:.[^ZX]' /proc/\(getpid())/status 2>/dev/null; do sleep 0.3; done
      \(Self.command("pg_ctl", ["-D", data, "-m", "immediate", "stop"]).joined(separator: " "))
      rm -rf '\(folder)'
      """
    _ = try Spawn.start(["setsid", "sh", "-c", script])
  }

  private static func command(_ program: String, _ arguments: [String]) -> [String] {
    asUser(["\(programs)/\(program)"] + arguments)
  }

  static func asUser(_ command: [String]) -> [String] {
    (isRoot ? ["runuser", "-u", "postgres", "--"] : []) + command
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    try run(["\(programs)/\(program)"] + arguments)
  }

  private static func run(_ command: [String]) throws {
    let status = try Spawn.wait(for: Spawn.start(asUser(command)))
    if status != 0 { throw Failure(command: "\(command)") }
  }

  /// A program of PostgreSQL that did not succeed.
  struct Failure: Error {
    let command: String
  }
}
