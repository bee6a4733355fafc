import Conference
import Markup

/// What somebody asked the help desk, and is not closed: told to their own pages, and to nobody else's.
enum HelpAsked {
  private static let list = "help-asked"

  private static func id(_ request: String) -> String { "help-asked-\(request)" }

  static func html(_ personal: Personal) async throws -> HTML {
    guard personal.access.isLetIn, let account = personal.access.account else { return .empty }
    let requests = try await personal.visit.site.helpDesk.requests(of: account.id).filter { $0.state != .closed }
    return """
      <section class="section" aria-labelledby="mine"><h2 id="mine">What you asked</h2>
      <ul class="rows" id="\(list)" data-order="descending">\(requests.map { row($0) })</ul>
      <p class="muted when-empty">What you ask stands here until it is solved.</p></section>
      """
  }

  private static func row(_ request: HelpRequest) -> HTML {
    """
    <li id="\(id(request.id))" data-number="\(request.asked.milliseconds)"><a href="\(url: "/help/requests/\(request.id)")" dir="auto">\(HelpText.short(request.text))</a> \
    <span class="muted">\(state(request))</span></li>
    """
  }

  private static func state(_ request: HelpRequest) -> HTML {
    request.state == .waiting ? "waits" : "is being answered by <span dir=\"auto\">\(request.helperName)</span>"
  }

  static func updates(_ id: String, _ site: Site) async throws -> [LiveUpdate] {
    guard let request = try await site.helpDesk.request(id, for: nil) else { return [] }
    guard request.state != .closed else { return [.remove(id: self.id(id))] }
    return [.put(row(request), id: self.id(id), in: list)]
  }
}
