import Conference

/// What organizers upload and look at before it counts.
extension Act {
  var uploads: Uploads { Uploads(site.database, clock: site.clock) }

  /// The file that was chosen in the form.
  func file(_ label: String) throws -> UploadedFile {
    guard let file = files.first(where: { $0.field == "file" }), !file.bytes.isEmpty else {
      throw ConferenceError.invalid(field: label, problem: "no file was chosen", advice: "Go back and choose one.")
    }
    return file
  }

  /// What was uploaded before and looked at since, with the secret by which it is known.
  func keptUpload(_ label: String) async throws -> (Uploads.Upload, Secret) {
    let secret = Secret(try field("upload", label))
    return (try await uploads.upload(secret, by: try personal.account.id), secret)
  }
}
