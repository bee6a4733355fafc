import Conference
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Serves the conference's files, with ranges, so that a video can be sought.
struct MediaFiles: Sendable {
  private let root: String
  private let blocks = BlockCache(limit: 64 << 20)
  private let styles = DrawingStyles()
  private let followsLinks: Bool

  /// - Parameter followsLinks: whether files may be links that lead out of the folder, as Debian's packages have them.
  init(root: String, followsLinks: Bool = false) {
    self.root = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
    self.followsLinks = followsLinks
  }

  /// The file at a path below the media folder, or the part of it that the request asks for.
  func response(to request: Request, path: String) throws -> Response {
    guard let type = MediaType.of(path), let file = try OpenFile(below: root, path, followsLinks: followsLinks) else {
      throw ConferenceError.notFound("file")
    }
    let isStyled = type == "image/svg+xml" && (try styles.has(file, blocks))
    var fields = isStyled ? Security.styledFields : Security.fileFields
    fields[.contentType] = type
    fields[.acceptRanges] = "bytes"
    fields[.eTag] = file.etag
    fields[.cacheControl] = "public, max-age=300"
    if request.headers[.ifNoneMatch]?.contains(file.etag) == true {
      return Response(status: .notModified, headers: fields)
    }
    // A part of another version is of no use: then the whole is sent (RFC 9110, 13.1.5).
    let isCurrent = request.headers[.ifRange].map { $0 == file.etag } ?? true
    // Only of a GET are there parts (RFC 9110, 14.2).
    let hasParts = request.method == .get && isCurrent
    switch ByteRange(hasParts ? request.headers[.range] : nil, size: file.size) {
    case .whole:
      fields[.contentLength] = "\(file.size)"
      return Response(
        status: .ok, headers: fields, body: file.size == 0 ? ResponseBody() : body(file, 0...(file.size - 1)))
    case .part(let range):
      fields[.contentLength] = "\(range.count)"
      fields[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound)/\(file.size)"
      return Response(status: .partialContent, headers: fields, body: body(file, range))
    case .unsatisfiable:
      fields[.contentRange] = "bytes */\(file.size)"
      return Response(status: .rangeNotSatisfiable, headers: fields)
    }
  }

  private func body(_ file: OpenFile, _ range: ClosedRange<Int>) -> ResponseBody {
    ResponseBody(contentLength: range.count) { [blocks] writer in
      var position = range.lowerBound
      while position <= range.upperBound {
        let block = try blocks.block(at: position / BlockCache.blockSize, of: file)
        let start = position % BlockCache.blockSize
        let count = min(block.readableBytes - start, range.upperBound - position + 1)
        guard count > 0, let slice = block.getSlice(at: start, length: count) else {
          throw ConferenceError.unavailable("the file changed while it was sent")
        }
        try await writer.write(slice)
        position += count
      }
      try await writer.finish(nil)
    }
  }
}

/// A file that may be read in parts, from several threads at once; closed when nobody needs it any more.
final class OpenFile: Sendable {
  let path: String
  let size: Int
  let etag: String
  private let descriptor: Int32

  /// Nil where there is no regular file at the path, or the path leads out of `root`.
  init?(below root: String, _ path: String, followsLinks: Bool) throws {
    let isPlain =
      !path.split(separator: "/", omittingEmptySubsequences: false).contains { $0.isEmpty || $0.hasPrefix(".") }
      && !path.contains("\0")
    guard isPlain else { return nil }
    self.path = root + "/" + path
    descriptor = open(self.path, O_RDONLY | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == ENAMETOOLONG { return nil }
      throw ConferenceError.unavailable("the file \(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    size = Int(status.st_size)
    etag = "\"\(status.st_ino)-\(status.st_size)-\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)\""
  }

  deinit { close(descriptor) }

  /// Up to `count` bytes from a position.
  func read(at position: Int, count: Int) throws -> ByteBuffer {
    var buffer = ByteBuffer()
    let read = try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { memory in
      let read = pread(descriptor, memory.baseAddress, count, off_t(position))
      guard read >= 0 else {
        throw ConferenceError.unavailable("the file \(path) cannot be read: \(String(cString: strerror(errno)))")
      }
      return read
    }
    guard read > 0 else { throw ConferenceError.unavailable("the file changed while it was sent") }
    return buffer
  }
}
