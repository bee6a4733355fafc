import Foundation

/// A pgbouncer before a server on the loopback; it goes with the test.
public final class Pooler: Sendable {
  private static let program = "/usr/sbin/pgbouncer"
  public static let isInstalled = FileManager.default.isExecutableFile(atPath: program)

  public let port: UInt16
  private let process: pid_t

  /// A pooler that lends connections for a `transaction`, a `statement` or a whole `session`.
  public init(before server: PostgresCluster, lendingFor mode: String) throws {
    port = try FreePort.find()
    let file = "\(server.folder)/\(mode).ini"
    let users = "\(server.folder)/users.txt"
    try "\"postgres\" \"\"".write(toFile: users, atomically: false, encoding: .utf8)
    try """
    [databases]
    * = host=\(server.folder) port=\(server.port ?? 5432) user=postgres
    [pgbouncer]
    listen_addr = 127.0.0.1
    listen_port = \(port)
    unix_socket_dir =
    auth_type = any
    pool_mode = \(mode)
    default_pool_size = 20
    """.write(toFile: file, atomically: false, encoding: .utf8)
    process = try Spawn.start(PostgresCluster.asUser([Self.program, "-q", file]))
    for _ in 0..<200 {
      if let connection = Loopback.connect(toPort: port) {
        close(connection)
        return
      }
      usleep(50_000)
    }
    throw POSIXError(.ECONNREFUSED)
  }

  deinit {
    kill(process, SIGTERM)
    _ = try? Spawn.wait(for: process)
  }
}
