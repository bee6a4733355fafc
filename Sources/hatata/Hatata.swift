import ArgumentParser

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
    subcommands: [Serve.self, Import.self, Export.self, Demo.self, Check.self])
}
