import Conference
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Something that is only one person's and no page; no cache keeps it.
struct OwnFile: Sendable {
  /// What it is called once downloaded; nil for what scripts and pages read.
  var name: String?
  let type: String
  let bytes: [UInt8]

  static func json(_ value: some Encodable, name: String? = nil) throws -> OwnFile {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return OwnFile(name: name, type: "application/json", bytes: Array(try encoder.encode(value)))
  }

  var response: Response {
    var fields = Security.fileFields
    fields[.cacheControl] = "no-store"
    fields[.contentType] = type
    if let name { fields[.contentDisposition] = "attachment; filename=\"\(name)\"" }
    return Response(status: .ok, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension Routes {
  /// A file at a path that is different for everybody who is let in.
  func ownFile(
    _ path: RouterPath, _ need: Need = .participant, _ make: @escaping @Sendable (Personal) async throws -> OwnFile
  ) {
    on(.get, path, need) { [pages] request, context in
      try await make(try await pages.owner(of: request, context, need)).response
    }
  }
}

extension PageResponder {
  /// Who asks, according to the database; throws where the need is not met.
  func owner(of request: Request, _ context: SiteContext, _ need: Need) async throws -> Personal {
    let edition = site.edition
    let access = Access(try await site.doorkeeper.lookedUp(request)?.account, conduct: edition.conduct)
    let visit = try visit(request, context, edition, access)
    try need.check(access, edition.choices.policies, at: visit.now)
    return Personal(visit, access, request, browser: SecretCookie.browser.secret(request) ?? .random())
  }
}

extension Site {
  var saved: Saved { Saved(database, clock: clock) }
  var privateCalendars: PrivateCalendars { PrivateCalendars(database, clock: clock) }
}
