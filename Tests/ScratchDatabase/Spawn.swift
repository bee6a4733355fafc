import Foundation

/// Programs that share no open file with this one. Foundation's `Process` gives them a socket, and waits until all have
/// closed it, so that it would wait for a server that a program leaves running.
enum Spawn {
  /// Starts a program, found in the PATH, without input and output, and returns its process id.
  static func start(_ command: [String]) throws -> pid_t {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for file: Int32 in 0...2 { posix_spawn_file_actions_addopen(&files, file, "/dev/null", O_RDWR, 0) }
    for file: Int32 in 3..<1024 { posix_spawn_file_actions_addclose(&files, file) }

    let command = ["env", "--chdir=/"] + command
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var id: pid_t = 0
    let status = posix_spawnp(&id, command[0], &files, nil, &arguments, environ)
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .ENOENT) }
    return id
  }

  /// Waits for the end of a program and returns its exit status.
  static func wait(for id: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1 {
      guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECHILD) }
    }
    return status
  }
}
