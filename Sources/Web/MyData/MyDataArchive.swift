import Conference
import HTTPTypes
import Hummingbird

/// Everything that the site holds of somebody, as one archive: the data as JSON, and the files that they sent.
struct MyDataArchive: Sendable {
  let folder: DataFolder
  let json: [UInt8]
  let files: [OwnUpload]
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
    folder = site.data
    json = try await site.people.data(of: account)
    files = try await site.people.uploads(of: account)
  }

  /// A file that is not there, or no more, keeps nobody from the others.
  func write(_ write: ZipStream.Write) async throws {
    var archive = ZipStream()
    try await archive.add("my-data.json", json, write)
    for file in files {
      guard let content = try OpenFile(below: folder.path, file.path, followsLinks: false) else { continue }
      try await archive.add(file.name, content, write)
    }
    try await archive.finish(write)
  }

  /// Sent as it is read: recordings are larger than the memory.
  var response: Response {
    var fields = Security.fileFields
    fields[.cacheControl] = "no-store"
    fields[.contentType] = "application/zip"
    fields[.contentDisposition] = "attachment; filename=\"my-data.zip\""
    let body = ResponseBody { writer in
      try await write { try await writer.write($0) }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: fields, body: body)
  }
}
