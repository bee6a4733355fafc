import Conference
import HTTPTypes
import Hummingbird

/// Every address of the site, a line for each feature.
struct Routes {
  /// An address with what one needs for it.
  struct Route: Hashable {
    let method: HTTPRequest.Method
    let path: String
    let need: Need
  }

  typealias Context = SiteContext

  let router: Router<Context>
  let pages: PageResponder
  private let table = RouteTable()

  init(_ site: Site) {
    router = Router(context: Context.self, options: [.autoGenerateHeadEndpoints])
    pages = PageResponder(site: site, routes: table)
    router.add(middleware: Errors(pages: pages))
    addFiles(site)
    addHealth(site)
    page("", .anyone) { try HomePage.page($0) }
    page("schedule", .schedule) { try SchedulePage.page($0) }
    addPapers()
    addEvents()
    addSessions()
    addSponsors()
    addHelp()
    addZones()
    addPlan()
    addSaved()
    page("search", .anyone) { try await SearchPage.page($0) }
    addCalendars(site)
    addExports(site)
    addSignIn()
    addAccount()
    addOpenID()
    addProfile()
    addAuthors()
    addHosts()
    addReminders()
    addNoticeMail()
    addInvitationMail()
    addMyData()
    addOrganizing()
    addAnnouncements()
    addHelpDesk()
    addReports()
    addModeration()
    addBlocks()
    addLive()
    addChat()
    addQuestions()
    addAPI(site)
    addAPIPage()
  }

  /// All of them, for the test of who may do what.
  var all: [Route] { table.all }

  /// A page at a path, the same for everybody of an audience; its function gets everything it may depend on.
  func page(_ path: RouterPath, _ need: Need, _ make: @escaping PageResponder.Make) {
    on(.get, path, need) { [pages] request, context in try await pages.response(to: request, context, need, make) }
  }

  /// A page at a path that is different for everybody.
  func personal(_ path: RouterPath, _ need: Need, _ make: @escaping @Sendable (Personal) async throws -> Page) {
    on(.get, path, need) { [pages] request, context in try await pages.personal(to: request, context, need, make) }
  }

  /// Something at a path that is no page, made from the program as the visitor may see it.
  func file(
    _ path: RouterPath, _ need: Need,
    _ make: @escaping @Sendable (Request, Context, Program) async throws -> Response
  ) {
    on(.get, path, need) { [pages] request, context in
      let (edition, access) = try await pages.seen(request, need)
      return try await make(request, context, edition.program(for: access.audience))
    }
  }

  /// Any route at all.
  func on(
    _ method: HTTPRequest.Method, _ path: RouterPath, _ need: Need,
    _ handler: @escaping @Sendable (Request, Context) async throws -> Response
  ) {
    table.add(Route(method: method, path: path.description, need: need))
    router.on(path, method: method, use: handler)
  }
}
