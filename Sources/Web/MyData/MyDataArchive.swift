import Conference
import HTTPTypes
import Hummingbird

/// Somebody's archive, as it is sent to them.
struct MyDataArchive: Sendable {
  private let archive: PersonalArchive
  /// Given back once the archive is sent, or is not wanted any more.
  private let place: RunningArchives.Place

  /// Throws where somebody has taken it along often enough for now, or is just being sent it.
  ///
  /// - Parameter isCounted: false where only its head is asked for.
  init(of account: String, isCounted: Bool, _ site: Site) async throws {
    guard let place = site.runningArchives.begin(account) else {
      throw ConferenceError.limited(
        "Your data is on its way already. Wait until it has come, or end that download and try again")
    }
    self.place = place
    if isCounted { try await site.people.countArchive(of: account) }
    archive = try await PersonalArchive(of: account, site.people, in: site.data)
  }

  /// Sent as it is read: recordings are larger than the memory.
  var response: Response {
    var fields = Security.fileFields
    fields[.cacheControl] = "no-store"
    fields[.contentType] = "application/zip"
    fields[.contentDisposition] = "attachment; filename=\"my-data.zip\""
    let body = ResponseBody { writer in
      try await archive.write { try await writer.write($0) }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: fields, body: body)
  }
}
