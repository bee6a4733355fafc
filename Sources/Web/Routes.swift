import Conference
import Hummingbird

/// Every address of the site, a line for each feature.
struct Routes {
  typealias Context = BasicRequestContext

  let router: Router<Context>
  let pages: PageResponder

  init(_ site: Site) {
    router = Router(context: Context.self, options: [.autoGenerateHeadEndpoints])
    pages = PageResponder(site: site)
    router.add(middleware: Errors(pages: pages))
    addFiles(site)
    addHealth(site)
    page("") { try HomePage.page($0) }
    page("schedule") { try SchedulePage.page($0) }
    addPapers()
    addEvents()
    addSessions()
    addSponsors()
    addHelp()
    addZones()
    addPlan()
    page("search") { try await SearchPage.page($0) }
    addCalendars(site)
    addExports(site)
  }

  /// A page at a path; its function gets everything it may depend on.
  func page(_ path: RouterPath, _ make: @escaping PageResponder.Make) {
    let pages = pages
    router.get(path) { request, context in try await pages.response(to: request, context, make) }
  }
}
