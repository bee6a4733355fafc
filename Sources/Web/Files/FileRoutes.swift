import Conference
import Foundation
import HTTPTypes
import Hummingbird

extension Routes {
  /// Our own style sheets, scripts and icons; the conference's media; KaTeX where it is installed.
  func addFiles(_ site: Site) {
    let assets = site.assets
    on(.get, "assets/:version/**", .door) { request, context in
      try found(
        assets.response(
          to: request, path: context.parameters.getCatchAll().joined(separator: "/"),
          version: try context.parameters.require("version")))
    }
    for folder in ["css", "js", "icons"] {
      on(.get, "\(folder)/:name", .door) { request, context in
        try found(
          assets.response(to: request, path: "\(folder)/\(try context.parameters.require("name"))"))
      }
    }
    on(.get, "favicon.ico", .door) { request, _ in
      try found(assets.response(to: request, path: "icons/icon.svg"))
    }
    let media = MediaFiles(root: site.data.mediaPath)
    on(.get, "media/**", .anyone) { [pages] request, context in
      let (edition, access) = try await pages.seen(request, .anyone)
      let path = context.parameters.getCatchAll().map { $0.removingPercentEncoding ?? String($0) }
        .joined(separator: "/")
      guard try await isSeen(path, edition, access, site) else { throw ConferenceError.notFound("file") }
      var response = try media.response(to: request, path: path)
      // What not everybody may see is kept by the browser of who asked, and by no cache in between.
      if !edition.shows(media: path, to: .visitor) { response.headers[.cacheControl] = "private, max-age=300" }
      // What an author sent is downloaded, whatever it is.
      if path.hasPrefix(PaperFiles.folder + "/") { response.headers[.contentDisposition] = "attachment" }
      return response
    }
    on(.get, "katex/**", .door) { request, context in
      try found(
        assets.response(to: request, path: "katex/" + context.parameters.getCatchAll().joined(separator: "/")))
    }
    on(.get, "accent.css", .door) { request, _ in
      let sheet = site.edition.program.conference?.accent.flatMap { Accent.sheet($0) }
      guard let sheet else { throw ConferenceError.notFound("style sheet") }
      return StoredBody(
        Array(sheet.utf8), type: "text/css; charset=utf-8", caching: "public, max-age=86400",
        fields: Security.fileFields
      ).response(to: request)
    }
  }
}

/// Whether a file is shown to somebody, or is theirs.
private func isSeen(_ path: String, _ edition: Edition, _ access: Access, _ site: Site) async throws -> Bool {
  if edition.shows(media: path, to: access.audience) || edition.program.isOwn(media: path, of: access) { return true }
  guard access.isLetIn, let account = access.account else { return false }
  let claims = try await site.claims.states(of: account.id)
  return !claims.isEmpty && edition.program.isOwn(media: path, of: access, claims: claims)
}

private func found(_ response: Response?) throws -> Response {
  guard let response else { throw ConferenceError.notFound("file") }
  return response
}
