import Conference
import HTTPTypes
import Hummingbird

extension Routes {
  /// The picker of time zones, and the choice, which the browser keeps for a year.
  func addZones() {
    page("zones", .door) { ZonesPage.page($0) }
    let pages = pages
    on(.post, "zones", .door) { request, context in
      guard SameSite.allows(request, address: pages.site.settings.address) else {
        throw ConferenceError.forbidden("Another site tried to choose your time zone")
      }
      let form = try await Self.form(request)
      guard let zone = form["zone"].flatMap({ Zones.named($0) }) else {
        return try await pages.response(to: request, context, .door) { _ in throw unknownZone }
      }
      let cookie = "zone=\(Query.encoded(zone.id)); Path=/; Max-Age=31536000; SameSite=Lax"
      let back = BackPath(form["back"]).path
      return Response(status: .seeOther, headers: [.location: back, .setCookie: cookie, .cacheControl: "no-store"])
    }
  }

  private static func form(_ request: Request) async throws -> Query {
    do {
      return Query(String(buffer: try await request.body.collect(upTo: 4096)))
    } catch {
      throw ConferenceError.invalid(
        field: "The form", problem: "it could not be read", advice: "Go back, choose a time zone and try again.")
    }
  }
}

private let unknownZone = ConferenceError.invalid(
  field: "Time zone", problem: "this one is not known here", advice: "Choose one from the list at /zones.")
