import Conference
import Foundation

extension Routes {
  /// A list of registrations: uploaded, looked at, applied.
  func addPeopleImport() {
    personal("organize/people/import", .organizer) { PeopleImportPage.page($0) }
    upload("organize/people/import", .organizer) { try await PeopleImportActions.upload($0) }
    form("organize/people/import/preview", .organizer) { try await PeopleImportActions.preview($0) }
    form("organize/people/import/application", .organizer) { try await PeopleImportActions.apply($0) }
  }
}

/// What the forms of the import do.
enum PeopleImportActions {
  static func upload(_ act: Act) async throws -> Reply {
    let file = try act.file("The list")
    let ending = URL(fileURLWithPath: file.name).pathExtension.lowercased()
    guard ["csv", "tsv", "json", "yaml", "yml"].contains(ending) else {
      throw ConferenceError.invalid(
        field: "The list", problem: "“\(file.name)” is no CSV, TSV, JSON or YAML file",
        advice: "Save your spreadsheet as CSV (UTF-8), and upload that.")
    }
    let upload = Uploads.Upload(named: file.name, Array(file.bytes))
    let secret = try await act.uploads.keep(upload, by: try act.personal.account.id)
    return try await preview(upload, secret, act)
  }

  static func preview(_ act: Act) async throws -> Reply {
    let (upload, secret) = try await act.keptUpload("The list")
    return try await preview(upload, secret, act)
  }

  static func apply(_ act: Act) async throws -> Reply {
    let (upload, secret) = try await act.keptUpload("The list")
    let list = PeopleList(file: upload.name, bytes: upload.bytes)
    let outcome: PeopleImport.Outcome
    do {
      outcome = try await importer(act, isDry: false).run(list, by: try act.personal.account.id)
    } catch let error as ConferenceError where error == PeopleImport.changedSince {
      return try await preview(upload, secret, act, status: 409, isChanged: true)
    }
    guard !outcome.isRefused else { return try await preview(upload, secret, act, status: 400) }
    // What is applied is so even where this fails: it is forgotten within the hour anyway.
    try? await act.uploads.forget(secret)
    act.site.doorkeeper.forgetEverybody()
    await act.site.takeUp()
    return .page(PeopleImportPage.applied(outcome, act.personal))
  }

  private static func preview(
    _ upload: Uploads.Upload, _ secret: Secret, _ act: Act, status: Int = 200, isChanged: Bool = false
  ) async throws -> Reply {
    let list = PeopleList(file: upload.name, bytes: upload.bytes)
    let outcome = try await importer(act, isDry: true).run(list, by: try act.personal.account.id)
    return .page(PeopleImportPage.preview(outcome, upload.name, secret, act, status: status, isChanged: isChanged))
  }

  private static func importer(_ act: Act, isDry: Bool) -> PeopleImport {
    var options = PeopleImport.Options()
    // What was looked at is what is imported; a form without it has looked at nothing.
    (options.isDry, options.seen) = (isDry, act.form["version"] ?? "")
    (options.skipsBadRows, options.prunes) = (act.form["skip"] != nil, act.form["prune"] != nil)
    return PeopleImport(act.site.database, clock: act.site.clock, options: options)
  }
}
