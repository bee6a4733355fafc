import ArgumentParser
import Conference
import Database
import Foundation

struct ImportPeople: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes a list of registrations as the people who may come in, all of it or nothing.",
    discussion: """
      The file is CSV with the columns email and name, and if you like affiliation, country, role and registration (the \
      number that the registration system gave). People are known again by their address, else by that number, so that the \
      same list twice changes nothing, and what was corrected by hand stays until the list says something else; a role that \
      was given by hand is never lowered. Nobody is removed unless you say --prune; where that shuts out more than a tenth, \
      only with the version that --dry-run prints.
      """)

  @Argument(help: "The list: a .csv, .tsv, .json or .yaml file.") var path: String
  @OptionGroup var data: DataOption
  @Flag(help: "Say what would change, and write nothing.") var dryRun = false
  @Flag(help: "Leave out rows that are wrong, and list them.") var skipBadRows = false
  @Flag(help: "Shut out participants that the list lacks; they can be let in again.") var prune = false
  @Flag(help: "Print the outcome as JSON.") var json = false
  @Option(help: "The version that --dry-run printed: import only if the same would come of it now.") var seen: String?

  func run() async throws {
    let outcome = try await JSONOutput.outcome(isWanted: json) { try await self.outcome() }
    try report(outcome)
    if outcome.isRefused { throw ExitCode(1) }
  }

  private func outcome() async throws -> PeopleImport.Outcome {
    let url = URL(fileURLWithPath: path)
    let list = PeopleList(file: url.lastPathComponent, bytes: try bytes(of: url))
    let database = try await data.folder().openExisting()
    var options = PeopleImport.Options()
    (options.skipsBadRows, options.prunes, options.seen) = (skipBadRows, prune, seen)
    if prune, !dryRun, !json { options.seen = try await announce(list, options, database) }
    options.isDry = dryRun
    let outcome = try await PeopleImport(database, clock: .system, options: options).run(list, by: nil)
    try database.close()
    return outcome
  }

  /// Says who is about to be shut out, before it is done; what is done is what was said.
  private func announce(_ list: PeopleList, _ options: PeopleImport.Options, _ database: Database) async throws
    -> String?
  {
    var options = options
    options.isDry = true
    let outcome = try await PeopleImport(database, clock: .system, options: options).run(list, by: nil)
    guard !outcome.isRefused else { return options.seen }
    print("\(outcome.removed) \(outcome.removed == 1 ? "person loses" : "people lose") access, as the list lacks them.")
    name(outcome.people.removed, of: outcome.removed)
    if outcome.shutsOutMany, options.seen == nil {
      print("That is more than a tenth. To import just this: --seen \(outcome.version)")
      return nil
    }
    return options.seen ?? outcome.version
  }

  private func bytes(of url: URL) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: url))
    } catch {
      throw ConferenceError.notFound("the file \(path) cannot be read: \(error.localizedDescription)")
    }
  }

  private func report(_ outcome: PeopleImport.Outcome) throws {
    if json { return try JSONOutput.write(outcome) }
    for problem in outcome.problems { print(problem) }
    if outcome.omittedProblems > 0 { print("... and \(outcome.omittedProblems) more") }
    guard !outcome.isRefused else {
      return print("Nobody was imported: mend the lines above, or leave them out with --skip-bad-rows.")
    }
    print(outcome.isDry ? "This would change (nothing was written):" : "Imported:")
    print(
      "  \(outcome.added) added, \(outcome.changed) changed, \(outcome.unchanged) as before, \(outcome.removed) removed"
    )
    if outcome.kept > 0 {
      print("  kept \(outcome.kept) that the list lacks; --prune shuts participants among them out")
    }
    for (people, count, way) in [
      (outcome.people.raised, outcome.raised, "above"), (outcome.people.lowered, outcome.lowered, "below"),
    ] where count > 0 {
      print("  \(count) \(count == 1 ? "gets" : "get") a role \(way) what they had:")
      name(people, of: count)
    }
    if outcome.isDry { preview(outcome) }
  }

  private func preview(_ outcome: PeopleImport.Outcome) {
    let people = outcome.people
    for (word, persons, count) in [
      ("Added", people.added, outcome.added), ("Changed", people.changed, outcome.changed),
      ("Shut out", people.removed, outcome.removed),
    ] where count > 0 {
      print("\(word):")
      name(persons, of: count)
    }
    print("To import just this: --seen \(outcome.version)")
  }

  private func name(_ people: [PeopleDifference.Person], of count: Int) {
    for person in people {
      let role: [String] = person.changes.isEmpty ? person.role.map { ["role \($0.rawValue)"] } ?? [] : []
      let changes = role + person.changes.map { "\($0.field) \($0.before ?? "(none)") -> \($0.after ?? "(none)")" }
      let address = person.email.map { " <\($0)>" } ?? ""
      print("  \(person.name)\(address)\(changes.isEmpty ? "" : ": ")\(changes.joined(separator: ", "))")
    }
    if count > people.count { print("  and \(count - people.count) more") }
  }
}
