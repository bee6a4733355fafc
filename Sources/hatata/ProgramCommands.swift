import ArgumentParser
import Conference
import Database
import Foundation

struct ProgramCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "program",
    abstract: "Changes the program entry by entry, says who changed what, and takes changes back.",
    subcommands: [
      ShowEntry.self, SetEntry.self, AddEntry.self, RemoveEntry.self, MovePaper.self, ShiftEntry.self, Clashes.self,
      Changes.self, Undo.self,
    ])

  struct ShowEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Prints the fields of an entry.")

    @Argument(help: "conference, paper, session, event, sponsor, answer, member or theme.") var kind: String
    @Argument(help: "Its id; of an event with its kind, such as keynote/1.") var id: String
    @OptionGroup var data: DataOption
    @Flag(help: "Print it as JSON, as “hatata program add” reads it.") var json = false

    func run() async throws {
      let database = try await data.folder().openExisting()
      let entry = try await ProgramStore(database).entry(EntryArgument.name(kind, id))
      try database.close()
      print(json ? try EntryJSON.text(entry) : try EntryJSON.lines(entry))
    }
  }

  struct SetEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Changes fields of an entry.",
      discussion: """
        A field is named as “hatata program show” prints it: title="A new title", start=2026-04-28T14:00:00Z, isCancelled=true, \
        keywords='["zebra","loom"]'. An empty value takes an optional field away.
        """)

    @Argument(help: "conference, paper, session, event, sponsor, answer, member or theme.") var kind: String
    @Argument(help: "Its id; of an event with its kind, such as keynote/1.") var id: String
    @Argument(help: "FIELD=VALUE, as many as you like.") var assignments: [String]
    @OptionGroup var editing: EditingOption
    @OptionGroup var telling: TellingOption

    func run() async throws {
      let (name, assignments) = (try EntryArgument.name(kind, id), assignments)
      try await editing.edit(telling) { try $0.set(name, assignments) }
    }
  }

  struct AddEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Adds an entry from JSON on standard input.")

    @Argument(help: "paper, session, event, sponsor, answer, member or theme.") var kind: String
    @OptionGroup var editing: EditingOption

    func run() async throws {
      let kind = try EntryArgument.kind(kind)
      let json = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
      try await editing.edit { try $0.add(kind, json: json) }
    }
  }

  struct RemoveEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Removes an entry, and what refers to it.")

    @Argument(help: "paper, session, event, sponsor, answer, member or theme.") var kind: String
    @Argument(help: "Its id.") var id: String
    @OptionGroup var editing: EditingOption
    @OptionGroup var telling: TellingOption

    func run() async throws {
      let name = try EntryArgument.name(kind, id)
      try await editing.edit(telling) { try $0.remove(name) }
    }
  }

  struct MovePaper: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: "Takes a paper out of a session, puts it into one, or both.")

    @Argument(help: "The paper's id.") var paper: String
    @Option(help: "The id of the session that it leaves.") var from: String?
    @Option(help: "The id of the session that it gets into.") var to: String?
    @OptionGroup var editing: EditingOption
    @OptionGroup var telling: TellingOption

    func run() async throws {
      guard from != nil || to != nil else { throw ValidationError("say --from, --to, or both") }
      let (paper, from, to) = (paper, from, to)
      try await editing.edit(telling) { try $0.move(paper: paper, from: from, to: to.map { ($0, nil, nil) }) }
    }
  }

  struct ShiftEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "shift", abstract: "Puts an entry one place further up or down among those of its kind.")

    @Argument(help: "event, sponsor, answer, member or theme.") var kind: String
    @Argument(help: "Its id; of an event with its kind, such as keynote/1.") var id: String
    @Flag(help: "Down rather than up.") var down = false
    @OptionGroup var editing: EditingOption

    func run() async throws {
      let (name, isUp) = (try EntryArgument.name(kind, id), !down)
      try await editing.edit { try $0.shift(name, up: isUp) }
    }
  }

  struct Clashes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists who and which rooms are needed in two sessions at once.")

    @OptionGroup var data: DataOption

    func run() async throws {
      let database = try await data.folder().openExisting()
      let clashes = try await ProgramStore(database).load().clashes
      try database.close()
      for clash in clashes {
        print(EditingOption.line(clash))
      }
      print(clashes.count == 1 ? "1 clash" : "\(clashes.count) clashes")
    }
  }

  struct Changes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists who changed what when, the newest first.")

    @OptionGroup var data: DataOption
    @Option(help: "How many to list, at most 200.") var limit = 50

    func run() async throws {
      let database = try await data.folder().openExisting()
      let changes = try await ProgramEditor(database, clock: .system).changes(for: nil, limit: limit)
      try database.close()
      for change in changes {
        let end = change.undoneBy.map { " (taken back by change \($0))" } ?? ""
        print("\(change.id)  \(change.at.iso8601)  \(change.doer)  \(change.summary)\(end)")
      }
    }
  }

  struct Undo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes a change back, unless what it changed was changed again since.")

    @Argument(help: "The number of the change.") var change: Int
    @OptionGroup var editing: EditingOption
    @OptionGroup var telling: TellingOption

    func run() async throws {
      let (change, notice) = (change, try await telling.notice(editing.data))
      try await editing.act { editor, account in
        let (undo, told) = try await editor.undo(change, by: account, telling: notice)
        print(EditingOption.line(undo))
        EditingOption.tell(told)
      }
    }
  }
}

/// What every command that changes the program takes.
struct EditingOption: ParsableArguments {
  @OptionGroup var data: DataOption
  @OptionGroup var doer: DoerOption

  func edit(_ telling: TellingOption? = nil, _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void)
    async throws
  {
    let notice = try await telling?.notice(data)
    try await act { editor, account in
      let outcome = try await editor.outcome(by: account, telling: notice, body)
      print(outcome.change.map { Self.line($0) } ?? "Nothing has changed.")
      for clash in outcome.clashes { print("Clashes now: \(Self.line(clash))") }
      Self.tell(outcome.told)
    }
  }

  /// Says how many mails tell of it.
  static func tell(_ told: SavedNotice.Told) {
    guard told.mails > 0 else { return }
    let fate = told.isWaiting ? "to be looked at in the console, under Mail" : "on their way"
    print("Mails to those who saved it, \(fate): \(told.mails)")
  }

  func act(_ body: (ProgramEditor, String?) async throws -> Void) async throws {
    let database = try await data.folder().openExisting()
    try await body(ProgramEditor(database, clock: .system), try await account(database))
    try database.close()
  }

  /// Only who may change the program can be on record for it.
  private func account(_ database: Database) async throws -> String? {
    guard let account = try await doer.account(among: People(database, clock: .system)) else { return nil }
    try Access(account, conduct: nil).require(
      [.chair, .organizer].contains(account.role),
      "\(account.email?.text ?? account.name) is neither organizer nor program chair")
    return account.id
  }

  static func line(_ change: ProgramChange) -> String { "Change \(change.id): \(change.summary)" }

  static func line(_ clash: Clash) -> String {
    let subject =
      switch clash.subject {
      case .person(let name): name
      case .room(let address): "room \(address)"
      }
    let sessions = [clash.first, clash.second].map { "\($0.id) (\($0.start.iso8601))" }
    return "\(subject): \(sessions.joined(separator: " and "))"
  }
}

/// What commands take that cancel, move or remove something.
struct TellingOption: ParsableArguments {
  @Flag(help: "Mail those who saved what is cancelled, moved or taken out.") var notify = false
  @OptionGroup var site: SiteOption

  func notice(_ data: DataOption) async throws -> SavedNotice? {
    guard notify else { return nil }
    return SavedNotice(address: try await site.root(of: try await data.folder()))
  }
}

/// An entry as it is named on the command line.
enum EntryArgument {
  static func kind(_ text: String) throws -> EntryKind {
    guard let kind = EntryKind(rawValue: text) else {
      throw ValidationError("“\(text)” is not one of \(EntryKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return kind
  }

  static func name(_ kind: String, _ id: String) throws -> EntryName { EntryName(kind: try Self.kind(kind), id: id) }
}
