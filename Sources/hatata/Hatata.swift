import ArgumentParser
import Conference
import Database
import Foundation

@main
struct Hatata: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hatata",
    abstract: "Runs a whole research conference online.",
    discussion: """
      Start with the story conference:
        hatata demo --data DIR
        hatata serve --data DIR
      or with your own, from a folder of CSV and YAML files (docs/conference-folder.md says which):
        hatata import FOLDER --data DIR --dry-run
        hatata import FOLDER --data DIR
        hatata serve --data DIR
      """,
    version: "0.1.0",
    subcommands: [
      Serve.self, Import.self, Export.self, Demo.self, Check.self, PeopleCommands.self, OrganizerCommands.self,
      AccessCommand.self, AnnounceCommand.self, ProgramCommands.self, TokenCommands.self,
      DatabaseCommands.self, MailCommands.self,
    ])

  /// Runs the command; what goes wrong is one line on standard error, and the exit code 1, or 64 for a wrong usage.
  static func main() async {
    do {
      var command = try parseAsRoot()
      do {
        if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
      } catch let error as ConferenceError {
        fail(error.message)
      } catch let problem as Problem {
        fail("\(problem.place): \(problem.message) (\(problem.advice))")
      } catch let error as DatabaseError {
        fail(error.description)
      } catch let error as CocoaError {
        fail(
          "\(error.filePath ?? error.url?.path ?? "A file") cannot be read or written: \(error.localizedDescription)")
      } catch let error as ValidationError {
        fail("\(error.message)\n\(usage(of: type(of: command)))", .validationFailure)
      } catch {
        type(of: command).exit(withError: error)
      }
    } catch {
      exit(withError: error)
    }
  }

  private static func fail(_ message: String, _ code: ExitCode = .failure) -> Never {
    FileHandle.standardError.write(Data("Error: \(message)\n".utf8))
    exit(withError: code)
  }

  /// How a command is called, as the parser says it of what it refuses; the command by itself does not know whose it is.
  private static func usage(of command: any ParsableCommand.Type) -> String {
    let usage = usageString(for: command)
    let names = usage.split(separator: " ").prefix { $0.first?.isLetter == true }.joined(separator: " ")
    return "Usage: \(usage)\n  See '\(names) --help' for more information."
  }
}
