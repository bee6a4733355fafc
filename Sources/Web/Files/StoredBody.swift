import Conference
import HTTPTypes
import Hummingbird
import NIOCore

/// A finished answer in memory, plain and compressed, with headers made once; answers 304 where nothing changed.
struct StoredBody: Sendable {
  let size: Int
  private let plain: ByteBuffer
  private let zipped: ByteBuffer?
  private let etag: String
  private let status: HTTPResponse.Status
  private let plainFields: HTTPFields
  private let zippedFields: HTTPFields
  private let unchangedFields: HTTPFields

  init(
    _ bytes: [UInt8], type: String, caching: String, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:],
    isCompressible: Bool = true
  ) {
    let compressed = isCompressible && bytes.count > 400 ? Gzip.compressed(bytes) : nil
    plain = ByteBuffer(bytes: bytes)
    zipped = compressed.map { ByteBuffer(bytes: $0) }
    size = bytes.count + (compressed?.count ?? 0)
    etag = "\"\(Fingerprint.text(of: bytes))\""
    self.status = status
    var common = fields
    common[.contentType] = type
    common[.cacheControl] = caching
    common[.eTag] = etag
    if compressed != nil {
      common[.vary] = [common[.vary], "Accept-Encoding"].compactMap { $0 }.joined(separator: ", ")
    }
    unchangedFields = common
    plainFields = common.with(.contentLength, "\(bytes.count)")
    zippedFields = common.with(.contentEncoding, "gzip").with(.contentLength, "\(compressed?.count ?? 0)")
  }

  func response(to request: Request) -> Response {
    if status == .ok, let known = request.headers[.ifNoneMatch], known.contains(etag) || known == "*" {
      return Response(status: .notModified, headers: unchangedFields)
    }
    if let zipped, Self.acceptsGzip(request.headers[.acceptEncoding]) {
      return Response(status: status, headers: zippedFields, body: ResponseBody(byteBuffer: zipped))
    }
    return Response(status: status, headers: plainFields, body: ResponseBody(byteBuffer: plain))
  }

  /// Whether gzip is among the codings and not refused with q=0 (RFC 9110, 12.5.3).
  static func acceptsGzip(_ header: String?) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { coding in
      let parts = coding.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let name = parts.first, name == "gzip" || name == "*" else { return false }
      return !parts.dropFirst().contains { $0.hasPrefix("q=0") && (Double($0.dropFirst(2)) ?? 1) == 0 }
    }
  }
}

extension HTTPFields {
  fileprivate func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
    var fields = self
    fields[name] = value
    return fields
  }
}

/// Tells contents apart: FNV-1a, 64 bits; it recognizes change and protects nothing.
enum Fingerprint {
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
