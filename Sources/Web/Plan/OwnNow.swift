import Conference
import Markup

/// What home, which an audience shares, has for one person: what they present or host now or within the hour. A script puts it there.
enum OwnNow {
  static let path = "/account/now"
  private static let ahead = 60

  /// Where it is put.
  static func place(_ visit: Visit) -> HTML {
    guard visit.audience != .visitor else { return .empty }
    return "<div class=\"own-now\" data-part=\"\(path)\"><div data-part-body></div></div>"
  }

  static func page(_ personal: Personal) async throws -> Page {
    Page(
      title: "What I present", section: .other, isUnlisted: true,
      body: """
        <h1>What I present</h1><p class="muted">What you present or host now or within the hour. All of it is in <a href="/plan">your plan</a>.</p>
        <div data-part-body>\(try await lines(personal))</div>
        """)
  }

  private static func lines(_ personal: Personal) async throws -> HTML {
    let visit = personal.visit
    let near = visit.program.sessions.filter { session in
      !session.isCancelled && session.start <= visit.now.adding(minutes: ahead) && visit.now < session.end
    }
    let ids = Set(near.flatMap { $0.slots.map(\.paper) })
    let papers = ids.sorted().compactMap { visit.program.paper($0) }
    let own = try await OwnPart.of(personal.access, in: visit.program, among: papers, near, visit.site.claims)
    let talks: [HTML] = own.papers.flatMap { paper in
      visit.program.appearances(of: paper).filter { isNear($0, visit) }.map { presented(paper, $0, visit) }
    }
    let rooms: [HTML] = own.duties.map { hosted($0, visit) }
    return (talks + rooms).joined()
  }

  private static func isNear(_ place: Program.Appearance, _ visit: Visit) -> Bool {
    !place.session.isCancelled && place.start <= visit.now.adding(minutes: ahead) && visit.now < place.end
  }

  private static func presented(_ paper: Paper, _ place: Program.Appearance, _ visit: Visit) -> HTML {
    line(OwnPart.presented, paper.title, Address.of(paper), place.join, (place.start, place.end), visit)
  }

  private static func hosted(_ duty: OwnPart.Duty, _ visit: Visit) -> HTML {
    let session = duty.session
    let address = Address.main(of: session, visit.program)
    return line(duty.words, session.title, address, session.join, (session.start, session.end), visit)
  }

  private static func line(
    _ words: String, _ title: String, _ address: String, _ join: String?, _ time: (start: Instant, end: Instant),
    _ visit: Visit
  ) -> HTML {
    let isNow = time.start <= visit.now
    let when: HTML = isNow ? "now" : "at \(Times.clock(time.start, visit)) \(Times.soon(time.start, visit))"
    let isOpen = Phase(start: time.start, end: time.end, now: visit.now).isOpen
    let room = isOpen ? join : nil
    return """
      <p class="notice"><strong>\(words) \(when):</strong> <a href="\(url: address)" dir="auto">\(title)</a>\(
        room.map { " <a class=\"button\" href=\"\(url: Address.link($0))\" rel=\"noopener\">Enter your room</a>" as HTML })</p>
      """
  }
}
