import Conference
import Foundation
import HTTPTypes
import Hummingbird

extension Routes {
  /// A recording, which goes to the disk as it comes, once it is known who sends it and that they may.
  func addVideoUpload() {
    on(.post, "papers/:id/mine/video", .participant) { [pages] request, context in
      let personal = try await pages.owner(of: request, context, .participant)
      return try await VideoUpload.receive(request, personal)
    }
    form("papers/:id/mine/video/removal", .participant) { act in
      let paper = try AuthorPage.paper(act.visit)
      try await act.site.authors.removeVideo(of: paper, by: act.personal.access)
      await act.site.takeUp()
      return .seeOther("\(Address.of(paper))/mine?done=yes")
    }
  }
}

enum VideoUpload {
  static func receive(_ request: Request, _ personal: Personal) async throws -> Response {
    let (site, access, paper) = (personal.visit.site, personal.access, try AuthorPage.paper(personal.visit))
    guard SameSite.allows(request, address: site.settings.address) else {
      throw ConferenceError.forbidden("Another site tried to do this in your name. Nothing was changed")
    }
    try await site.authors.check(access, paper)
    let path = try PaperVideo(site.data).incoming()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await LargeUpload.receive(request, at: path, limit: PaperVideo.limit) { form in
      guard let token = form["token"], personal.formToken.matches(token) else {
        throw ConferenceError.forbidden("This form is too old. Load its page again and repeat; nothing was changed")
      }
    }
    try await site.authors.takeVideo(path, of: paper, by: access)
    await site.takeUp()
    var fields = Security.personalFields
    fields[.location] = "\(Address.of(paper))/mine?done=yes"
    return Response(status: .seeOther, headers: fields)
  }
}
