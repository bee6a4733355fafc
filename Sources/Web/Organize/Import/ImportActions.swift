import Conference

extension Routes {
  /// A conference's folder: uploaded, looked at, applied.
  func addImport() {
    personal("organize/import", .chair) { ImportPage.page($0) }
    upload("organize/import", .chair, limit: 48 << 20) { try await ImportActions.upload($0) }
    form("organize/import/preview", .chair) { try await ImportActions.preview($0) }
    form("organize/import/application", .chair) { try await ImportActions.apply($0) }
  }
}

/// What the forms of the import do.
enum ImportActions {
  static func upload(_ act: Act) async throws -> Reply {
    let file = try act.file("The archive")
    let upload = Uploads.Upload(named: file.name, Array(file.bytes))
    _ = try ZipArchive(upload.bytes)
    let secret = try await act.uploads.keep(upload, by: try act.personal.account.id)
    return try await preview(upload, secret, act)
  }

  static func preview(_ act: Act) async throws -> Reply {
    let (upload, secret) = try await act.keptUpload("The archive")
    return try await preview(upload, secret, act)
  }

  static func apply(_ act: Act) async throws -> Reply {
    let (upload, secret) = try await act.keptUpload("The archive")
    // What was looked at is what is applied: if the program has changed since, it is looked at again.
    guard act.form["version"] == "\(try await ProgramStore(act.site.database).version())" else {
      return try await preview(upload, secret, act, isChanged: true)
    }
    let outcome = try await run(upload, act, isDry: false)
    guard !outcome.isRefused else { return try await preview(upload, secret, act) }
    // What is applied is so even where this fails: it is forgotten within the hour anyway.
    try? await act.uploads.forget(secret)
    await act.site.takeUp()
    return .seeOther("/organize/program?done=import")
  }

  private static func preview(_ upload: Uploads.Upload, _ secret: Secret, _ act: Act, isChanged: Bool = false)
    async throws
    -> Reply
  {
    let version = try await ProgramStore(act.site.database).version()
    let outcome = try await run(upload, act, isDry: true)
    return .page(
      ImportPage.preview(outcome, ImportPage.Choice(secret: secret, version: version, isChanged: isChanged), act))
  }

  private static func run(_ upload: Uploads.Upload, _ act: Act, isDry: Bool) async throws -> FolderImport.Outcome {
    var options = FolderImport.Options()
    (options.dryRun, options.skippingBadRows) = (isDry, act.form["skip"] != nil)
    (options.pruning, options.overwriting) = (act.form["prune"] != nil, act.form["overwrite"] != nil)
    let folder = try ZipArchive(upload.bytes).folder
    return try await FolderImport(data: act.site.data, options: options).run(
      folder, named: upload.name, title: act.visit.conference.name, by: try act.personal.account.id,
      now: act.site.clock.now())
  }
}
