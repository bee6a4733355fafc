import Conference
import Foundation
import HTTPTypes
import Hummingbird

/// A form with one file at its end that is too large for memory: its fields are checked before the file, which goes to the disk as
/// it comes (RFC 7578).
struct LargeUpload {
  private static let longestHead = 64 << 10

  private let delimiter: Data
  private let contentType: String
  private let limit: Int
  private let file: FileHandle
  /// What has come and is not written yet.
  private var pending = Data()
  private var written = 0
  private var isInFile = false
  private var isOver = false

  /// Writes the file to a path; throws what is wrong with the form, with its fields, or with the size of the file.
  static func receive(_ request: Request, at path: String, limit: Int, check: (Query) throws -> Void) async throws {
    if let text = request.headers[.contentLength], let length = Int(text), length > limit + longestHead {
      throw tooLarge(limit)
    }
    var upload = try LargeUpload(request, path, limit)
    defer { try? upload.file.close() }
    for try await buffer in request.body { try upload.take(Data(buffer.readableBytesView), check) }
    guard upload.isOver else { throw damaged }
  }

  private init(_ request: Request, _ path: String, _ limit: Int) throws {
    guard let type = request.headers[.contentType], type.hasPrefix("multipart/form-data;"),
      let boundary = type.firstMatch(of: /boundary="?([A-Za-z0-9'()+_,.\/:=?-]{1,70})"?/)?.1
    else { throw Self.damaged }
    (contentType, self.limit, delimiter) = (type, limit, Data("\r\n--\(boundary)".utf8))
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else {
      throw ConferenceError.unavailable("the file cannot be written")
    }
    self.file = file
  }

  private mutating func take(_ data: Data, _ check: (Query) throws -> Void) throws {
    guard !isOver else { return }
    pending.append(data)
    if !isInFile { try takeHead(check) }
    if isInFile { try takeFile() }
  }

  /// Everything before the file's first byte, once it is there.
  private mutating func takeHead(_ check: (Query) throws -> Void) throws {
    guard let name = pending.range(of: Data("; filename=\"".utf8)),
      let end = pending.range(of: Data("\r\n\r\n".utf8), in: name.upperBound..<pending.endIndex)
    else {
      guard pending.count <= Self.longestHead else { throw Self.damaged }
      return
    }
    guard let part = pending.range(of: delimiter, options: .backwards, in: pending.startIndex..<name.lowerBound) else {
      throw Self.damaged
    }
    let fields = pending[pending.startIndex..<part.lowerBound] + delimiter + Data("--\r\n".utf8)
    try check(Query(fields: MultipartForm(contentType: contentType, bytes: [UInt8](fields)).fields))
    pending = Data(pending[end.upperBound...])
    isInFile = true
  }

  /// Writes what cannot belong to the delimiter any more.
  private mutating func takeFile() throws {
    let found = pending.range(of: delimiter)
    let count = found?.lowerBound ?? max(0, pending.count - delimiter.count)
    written += count
    guard written <= limit else { throw Self.tooLarge(limit) }
    try file.write(contentsOf: pending.prefix(count))
    pending = Data(pending.dropFirst(count))
    isOver = found != nil
  }

  private static let damaged = ConferenceError.invalid(
    field: "The form", problem: "it did not arrive as a browser sends it",
    advice: "Load its page again and send it once more.")

  private static func tooLarge(_ limit: Int) -> ConferenceError {
    .invalid(field: "The file", problem: "it is larger than \(limit >> 20) MB", advice: "Make it smaller first.")
  }
}
