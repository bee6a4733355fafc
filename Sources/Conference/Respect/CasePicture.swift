import Database

/// The copy of a picture that was reported: it stays for the desk when its message is taken back or another portrait is sent.
enum CasePicture {
  static func name(of id: String) -> String { id + ".jpg" }

  static func remove(of id: String, in data: DataFolder) { PictureFolder.cases(data).remove(name(of: id)) }

  /// Removes portraits of those who were erased while a report about them was still to go outside, and with it the picture.
  static func sweep(_ data: DataFolder, _ database: Database) async throws {
    guard try await FilesMark(data, database).isSure() else { return }
    for id in try await database.read({ try OutsideReport.portraitsOfErased($0) }) { remove(of: id, in: data) }
  }
}

extension ConductCases {
  /// A report counts for more than its picture: it is taken, too, where the picture cannot be copied.
  func keepPicture(of reported: Reported, for id: String) {
    guard let picture = reported.picture else { return }
    let folder = reported.kind == .person ? PictureFolder.portraits(data) : .messages(data)
    try? folder.copy(picture, to: .cases(data), as: CasePicture.name(of: id))
  }

  /// Whether a picture was reported and kept.
  public func hasPicture(_ found: ConductCase) -> Bool {
    PictureFolder.cases(data).bytes(CasePicture.name(of: found.id)) != nil
  }

  /// The picture that was reported, for those who may see the case; throws where there is none, or none for somebody. It is a look
  /// at the case, too.
  public func picture(_ id: String, by account: String) async throws -> [UInt8] {
    guard try await follow(id, by: account) else { throw ConferenceError.notFound("case") }
    guard let bytes = PictureFolder.cases(data).bytes(CasePicture.name(of: id)) else {
      throw ConferenceError.notFound("picture")
    }
    return bytes
  }
}
