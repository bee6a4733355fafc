import Conference
import Markup

/// What is left to do before the conference opens; it goes when all is done, or the conference is over.
enum OpeningList {
  static func html(_ personal: Personal) async throws -> HTML {
    let site = personal.visit.site
    let program = site.edition.program
    let isOver = program.sessions.map(\.end).max().map { $0 <= personal.visit.now } ?? false
    guard personal.access.mayOrganize, !isOver else { return .empty }
    let done = try await OpeningTask.done(
      program, hasMailServer: site.settings.mailWay == .server, for: try personal.account.id, site.database)
    guard done.count < OpeningTask.allCases.count else { return .empty }
    return """
      <section class="section" aria-labelledby="opening"><div class="section-head"><h2 id="opening">Before you open</h2>
      <p class="muted">\(done.count) of \(OpeningTask.allCases.count) are done; each is ticked by itself once it is there.</p></div>
      <ul class="to-do">\(OpeningTask.allCases.map { row($0, isDone: done.contains($0), program) })</ul></section>
      """
  }

  private static func row(_ task: OpeningTask, isDone: Bool, _ program: Program) -> HTML {
    let (label, path) = way(task, program)
    return """
      <li\(HTML.when(isDone, " class=\"is-done\""))>\(HTML.when(isDone, Icon.check))<a href="\(url: path)">\(label)</a>\(HTML.when(isDone, " <span class=\"muted\">done</span>"))</li>
      """
  }

  private static func way(_ task: OpeningTask, _ program: Program) -> (label: String, path: String) {
    switch task {
    case .program: ("Import the program", "/organize/import")
    case .conduct: ("Write the code of conduct", conduct(program))
    case .people: ("Import who has registered", "/organize/people/import")
    case .registration: ("Choose who may come in", "/organize/access#registration")
    case .access: ("Choose who sees what", "/organize/access")
    case .mail: ("Set a mail server, and see a first mail go", "/organize/outbox")
    case .conductDesk: ("Name who takes reports", "/organize/conduct")
    case .helpers: ("Put helpers on shifts", "/organize/help-desk")
    case .backups: ("Say how long backups are kept", "/organize/access#backups")
    }
  }

  private static func conduct(_ program: Program) -> String {
    guard let conference = program.conference else { return "/organize/program" }
    return conference.codeOfConduct == nil
      ? ConferenceForm.beginning(conference) : ProgramLink.entry(.conference, conference.id) + "#codeOfConduct"
  }
}
