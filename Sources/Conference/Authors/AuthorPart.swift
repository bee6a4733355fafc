import Database
import Foundation

/// What authors may write of their paper themselves.
public struct AuthorPart: Sendable {
  public var tldr: String?
  /// Addresses, one in each line.
  public var code: String?
  /// The address of a player; nil leaves what is there.
  public var video: String?

  public init(tldr: String?, code: String?, video: String?) { (self.tldr, self.code, self.video) = (tldr, code, video) }

  /// Puts it into a paper; throws the first thing that is wrong with it.
  func write(to paper: inout Paper) throws {
    paper.tldr = try Newcomer.line(tldr ?? "", "Summary", atMost: 500)
    let code = try (code ?? "").split(whereSeparator: \.isNewline).compactMap {
      try Newcomer.line(String($0), "Code", atMost: 300)
    }
    guard code.count <= 5 else {
      throw ConferenceError.invalid(
        field: "Code", problem: "there are more than 5 addresses", advice: "Choose the most important ones.")
    }
    // What the conference itself put there stays as it is.
    paper.code = try code.map { paper.code.contains($0) ? $0 : try Self.address($0, "Code") }
    let video = try Newcomer.line(video ?? "", "Video", atMost: 300)
    if video != paper.video, video != nil || paper.video?.hasPrefix(MediaName.prefix) != true {
      paper.video = try video.map { try Self.address($0, "Video") }
    }
  }

  private static func address(_ text: String, _ field: String) throws -> String {
    let url = URL(string: text)
    guard url?.scheme == "https", url?.host?.contains(".") == true, url?.user == nil else {
      throw ConferenceError.invalid(
        field: field, problem: "“\(text.prefix(60))” is no address of a page",
        advice: "Write it as https://example.org/code.")
    }
    return text
  }
}

/// Changes of papers by their authors: each is on record and can be undone by organizers, and imports keep it.
public struct Authors: Sendable {
  let database: Database
  let clock: Clock
  let files: PaperFiles
  let videos: PaperVideo

  public init(_ database: Database, clock: Clock, in data: DataFolder) {
    (self.database, self.clock, files, videos) = (database, clock, PaperFiles(data), PaperVideo(data))
  }

  /// Throws unless somebody may change the paper, before anything is made of what they send; `edit` asks again.
  public func check(_ access: Access, _ paper: Paper) async throws {
    try await database.read { try Self.check(try access.renewed($0), paper, $0) }
  }

  private static func check(_ access: Access, _ paper: Paper, _ connection: Connection) throws {
    let claims = try access.account.map { try PaperClaims.states(of: $0.id, connection) } ?? [:]
    try access.require(access.mayEdit(paper, claims), "This paper's authors change what is here")
  }

  public func write(_ part: AuthorPart, of paper: Paper, by access: Access) async throws {
    try await check(access, paper)
    try await edit(paper.id, access) { try part.write(to: &$0) }
  }

  /// Takes a file in place of what was there; earlier ones are kept for as long as the change may be undone.
  public func take(_ bytes: [UInt8], as kind: PaperFiles.Kind, of paper: Paper, by access: Access) async throws {
    try await check(access, paper)
    try await countUpload(access)
    let reference = try await files.keep(bytes, as: kind)
    try await refer(to: reference, in: paper.id, access) { $0[keyPath: kind.path] = reference }
  }

  public func removeFile(_ kind: PaperFiles.Kind, of paper: Paper, by access: Access) async throws {
    try await check(access, paper)
    try await edit(paper.id, access) { $0[keyPath: kind.path] = nil }
  }

  public func removeVideo(of paper: Paper, by access: Access) async throws {
    try await check(access, paper)
    try await edit(paper.id, access) { $0.video = nil }
  }

  func countUpload(_ access: Access) async throws {
    let (now, account) = (clock.now(), access.account?.id ?? "")
    let isAllowed = try await database.write { try Allowance("uploads \(account)", 30, per: 3_600).take(at: now, $0) }
    guard isAllowed else { throw ConferenceError.limited("Too many files in an hour. Wait for the next one") }
  }

  /// Lets a paper name a file that was just kept; where that is surely not done, the file goes.
  func refer(
    to reference: String, in paper: String, _ access: Access, _ change: @escaping @Sendable (inout Paper) throws -> Void
  ) async throws {
    do {
      try await edit(paper, access, change)
    } catch {
      if !error.mayBeDone { files.remove(reference) }
      throw error
    }
  }

  /// Throws unless the paper, as it is stored, is somebody's to change at that moment.
  func edit(_ id: String, _ access: Access, _ change: @escaping @Sendable (inout Paper) throws -> Void) async throws {
    try await ProgramEditor(database, clock: clock).edit(own: access) { program, access, connection in
      guard var paper = try program.entry(Paper.self, id) else { throw ConferenceError.notFound("paper") }
      try Self.check(access, paper, connection)
      try change(&paper)
      try program.put(paper, seen: .anything)
    }
  }
}
