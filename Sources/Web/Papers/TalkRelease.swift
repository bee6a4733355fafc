import Conference
import Markup

/// What a page says of a paper's video and slides while they are not shown to everybody yet.
enum TalkRelease {
  /// - Parameter paper: as whoever reads may see it; nothing is said where all is released.
  static func html(_ paper: Paper, _ visit: Visit) -> HTML {
    let program = visit.site.edition.program
    guard let whole = program.paper(paper.id),
      let release = program.releaseToCome(of: whole, visit.choices.policies, at: visit.now)
    else { return .empty }
    let (time, policies) = (ConsoleTime.html(release, visit), visit.choices.policies)
    if paper.video != nil || paper.slides != nil {
      let isPublic = [policies.talks, policies.papers].allSatisfy { $0.isOpen(to: .visitor, at: release) }
      return """
        <p class="notice">Shown to \(isPublic ? "everybody" : "participants") from \(time). Until then, only its authors and organizers see the video and the slides.</p>
        """
    }
    guard policies.talks.isOpen(to: visit.audience, at: release) else { return .empty }
    let what =
      whole.video == nil ? "The slides are" : whole.slides == nil ? "The talk is" : "The talk and its slides are"
    return "<p class=\"muted\">\(what) shown from \(time).</p>"
  }

  /// The same of an event's talks.
  ///
  /// - Parameter event: as whoever reads may see it.
  static func html(_ event: Event, _ visit: Visit) -> HTML {
    let (program, policies) = (visit.site.edition.program, visit.choices.policies)
    guard let whole = program.event(event.reference),
      let release = program.releaseToCome(of: whole, policies, at: visit.now)
    else { return .empty }
    let time = ConsoleTime.html(release, visit)
    if event.hasTalk {
      let isPublic = [policies.talks, policies.schedule].allSatisfy { $0.isOpen(to: .visitor, at: release) }
      return """
        <p class="notice">Shown to \(isPublic ? "everybody" : "participants") from \(time). Until then, only its speakers and hosts, and organizers, see the videos and the slides.</p>
        """
    }
    guard policies.talks.isOpen(to: visit.audience, at: release) else { return .empty }
    return "<p class=\"muted\">What is recorded of it is shown from \(time).</p>"
  }
}
