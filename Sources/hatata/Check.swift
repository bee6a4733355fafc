import ArgumentParser
import Conference

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Looks whether the data folder is sound: the database, the program in it, and its media.")

  @OptionGroup var data: DataOption

  func run() async throws {
    let data = try await data.folder()
    let problems = try await DataCheck(data).problems()
    for problem in problems { print(problem) }
    guard problems.isEmpty else { throw ExitCode(1) }
    print("\(data.path) is sound.")
  }
}
