import Conference
import HTTPTypes
import Hummingbird

extension Routes {
  /// The sponsors by tier, and a page of each; one that shares a booth leads to it.
  func addSponsors() {
    page("sponsors", .sponsors) { SponsorsPage.page($0) }
    let pages = pages
    file("sponsors/:id", .sponsors) { request, context, program in
      if let address = Self.sharedBooth(of: try context.parameters.require("id"), program) {
        return Response(status: .permanentRedirect, headers: [.location: address, .cacheControl: "no-cache"])
      }
      return try await pages.response(to: request, context, .sponsors) { try SponsorPage.page($0) }
    }
  }

  /// Where the booth is, if another sponsor has it.
  private static func sharedBooth(of id: String, _ program: Program) -> String? {
    guard let booth = program.sponsor(id)?.sharedBooth.flatMap({ program.sponsor($0) }) else { return nil }
    return booth.id != id && booth.sharedBooth == nil ? Address.of(booth) : nil
  }
}
