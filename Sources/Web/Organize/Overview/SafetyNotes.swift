import Conference
import Markup

/// What an organizer should know while the conference is more open than it may be meant to be.
enum SafetyNotes {
  /// - Parameter people: how many are registered and let in.
  static func html(people: Int, _ personal: Personal) async throws -> HTML {
    guard personal.access.mayOrganize else { return .empty }
    let visit = personal.visit
    return try await openness(people, personal) + release(visit) + conduct(personal) + MailNotes.section(visit.site)
  }

  /// People are registered, and nobody has chosen yet what is for them only.
  private static func openness(_ people: Int, _ personal: Personal) async throws -> HTML {
    let visit = personal.visit
    guard people > 1, visit.choices.policies == .standard, try await !Policies.isChosen(visit.site.database) else {
      return .empty
    }
    let close = ConsoleButton(
      action: "/organize/access", label: "Close all of it to visitors",
      fields: AccessChoices.kinds.map { (name: AccessChoices.field($0.name), value: "participants") } + [
        (name: "release", value: "atOnce")
      ])
    return """
      <section class="notice" aria-labelledby="open"><h2 id="open">Everything is public</h2>
      <p>\(people) people are registered, and everything but questions is open to everybody, also who is not signed in.</p>
      \(close.html(personal))
      \(PolicyHints.html(from: .standard, to: .closed, visit))
      <p><a href="/organize/access">Choose for each part who sees it</a>; saved there as it is, it stays so, and nothing more is said here.</p></section>
      """
  }

  /// What would wait for its day if talks were held back, and can be watched already.
  private static func release(_ visit: Visit) -> HTML {
    guard visit.choices.policies.release == .atOnce else { return .empty }
    var held = visit.choices.policies
    held.release = .onTheirDay
    let program = visit.site.edition.program
    let papers = program.papers.count { program.releaseToCome(of: $0, held, at: visit.now) != nil }
    let events = program.events.count { program.releaseToCome(of: $0, held, at: visit.now) != nil }
    guard papers + events > 0 else { return .empty }
    return """
      <section class="notice" aria-labelledby="released"><h2 id="released">Talks can be watched before their day</h2>
      <p>Videos and slides of \(EntryKind.paper.counted(papers)) and \(EntryKind.event.counted(events)) are open already, as talks are released at once. Where that is meant, nothing has to be done.</p>
      <p class="actions"><a class="button" href="/organize/access">Choose when talks come out</a></p></section>
      """
  }

  private static func conduct(_ personal: Personal) -> HTML {
    guard let conference = personal.visit.site.edition.program.conference, conference.codeOfConduct == nil else {
      return .empty
    }
    return """
      <section class="notice" aria-labelledby="no-conduct"><h2 id="no-conduct">There is no code of conduct</h2>
      <p>Nobody is asked to accept one before they take part. Once you save a text, everybody is.</p>
      <p class="actions"><a class="button" href="\(url: ConferenceForm.beginning(conference))">Begin with a text of ours</a></p></section>
      """
  }
}
