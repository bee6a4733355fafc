import Conference
import Foundation
import HTTPTypes
import Hummingbird

extension Routes {
  /// Our own style sheets, scripts and icons; the conference's media; KaTeX where it is installed.
  func addFiles(_ site: Site) {
    let assets = site.assets
    router.get("assets/:version/**") { request, context in
      try found(
        assets.response(to: request, path: context.parameters.getCatchAll().joined(separator: "/"), isVersioned: true))
    }
    for folder in ["css", "js", "icons"] {
      router.get("\(folder)/:name") { request, context in
        try found(
          assets.response(to: request, path: "\(folder)/\(try context.parameters.require("name"))", isVersioned: false))
      }
    }
    router.get("favicon.ico") { request, _ in
      try found(assets.response(to: request, path: "icons/icon.svg", isVersioned: false))
    }
    let media = MediaFiles(root: site.data.mediaPath)
    router.get("media/**") { request, context in
      try media.response(
        to: request,
        path: context.parameters.getCatchAll().map { $0.removingPercentEncoding ?? String($0) }.joined(separator: "/"))
    }
    let katex = MediaFiles(root: site.settings.katexPath, followsLinks: true)
    router.get("katex/**") { request, context in
      try katex.response(to: request, path: context.parameters.getCatchAll().joined(separator: "/"))
    }
    router.get("accent.css") { request, _ in
      let sheet = site.edition.program.conference?.accent.flatMap { Accent.sheet($0) }
      guard let sheet else { throw ConferenceError.notFound("style sheet") }
      return StoredBody(
        Array(sheet.utf8), type: "text/css; charset=utf-8", caching: "public, max-age=86400",
        fields: Security.fileFields
      ).response(to: request)
    }
  }
}

private func found(_ response: Response?) throws -> Response {
  guard let response else { throw ConferenceError.notFound("file") }
  return response
}
