import Conference
import Markup

/// What somebody hosts, in their account: by the address that the program has for them.
enum HostedList {
  static func section(_ personal: Personal) -> HTML {
    let (access, program) = (personal.access, personal.visit.site.edition.program)
    let events = program.events.filter { access.isHost(of: $0) }
    let booths = program.sponsors.filter { access.isRepresentative(of: $0) }
    let sessions = program.sessions.filter { access.isChair(of: $0) }
    guard !events.isEmpty || !booths.isEmpty || !sessions.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="hosted"><div class="section-head"><h2 id="hosted">What I host</h2></div>
      <ul class="rows">\(events.map { row($0.title, Address.of($0), "\(Address.of($0))/mine") })\(
        booths.map { row($0.name, Address.of($0), OwnSponsorForm.action($0)) })\(sessions.map { row($0, personal.visit) })</ul></section>
      """
  }

  private static func row(_ title: String, _ address: String, _ edit: String) -> HTML {
    """
    <li><a dir="auto" href="\(url: address)">\(title)</a><a class="button" href="\(url: edit)">Edit<span class="sr"> \(title)</span></a></li>
    """
  }

  /// A session that somebody leads, or of what somebody hosts.
  static func row(_ session: Session, _ visit: Visit) -> HTML {
    """
    <li><span><a dir="auto" href="\(url: Address.of(session))">\(session.title)</a><br><span class="muted">\(Times.when(session.start, session.end, visit))</span></span>
    <a class="button" href="\(url: Address.of(session) + "/mine")">Edit<span class="sr"> \(session.title)</span></a></li>
    """
  }
}
