import ArgumentParser
import Conference

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes a folder of files as the conference's program, all of it or nothing.",
    discussion: """
      Recognizes by itself: a conference folder (docs/conference-folder.md), the ICLR 2020 portal's folder, the Mini-Conf \
      template's and ACL 2020's. Importing the same folder again changes nothing; importing a changed one changes what \
      changed and keeps all addresses. A running server shows the change within a second.
      """)

  @Argument(help: "The folder.") var path: String
  @OptionGroup var data: DataOption
  @Flag(help: "Say what would change, and write nothing.") var dryRun = false
  @Flag(help: "Leave out rows that are wrong, and list them.") var skipBadRows = false
  @Flag(help: "Remove what the folder no longer has.") var prune = false
  @Flag(help: "Take the folder's conference in place of another one that is there, and remove what that one had.")
  var replace = false
  @Flag(help: "Let the folder count more than what was changed by hand since the last import.") var overwrite = false
  @Flag(help: "Print the outcome as JSON.") var json = false

  func run() async throws {
    var options = FolderImport.Options()
    options.dryRun = dryRun
    options.skippingBadRows = skipBadRows
    options.pruning = prune
    options.replacing = replace
    options.overwriting = overwrite
    let outcome = try await JSONOutput.outcome(isWanted: json) { [options] in
      try await FolderImport(data: data.folder(), options: options).run(path, now: Clock.system.now())
    }
    if json { try JSONOutput.write(outcome) } else { ImportReport(outcome, skipsBadRows: skipBadRows).print() }
    if outcome.isRefused { throw ExitCode(1) }
  }
}
