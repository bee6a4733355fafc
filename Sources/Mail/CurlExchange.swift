import CCurl

/// One mail on its way through curl: gives it the bytes and listens to what is said.
final class CurlExchange {
  private let bytes: [UInt8]
  private let stop: StopSign
  private var position = 0
  private(set) var trace = SMTPTrace()
  private(set) var isStopped = false

  init(_ bytes: [UInt8], until stop: StopSign) { (self.bytes, self.stop) = (bytes, stop) }

  /// Must live for as long as curl works with the handle.
  func attach(to handle: UnsafeMutableRawPointer?) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    curl_set_reader(handle, { CurlExchange.from($3).read(into: $0, $1 * $2) }, context)
    curl_set_tracer(
      handle,
      { _, kind, text, count, context in
        CurlExchange.from(context).listen(kind, UnsafeRawBufferPointer(start: text, count: count))
        return 0
      }, context)
    curl_set_stopper(handle, { context, _, _, _, _ in CurlExchange.from(context).shouldStop ? 1 : 0 }, context)
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> CurlExchange {
    guard let context else { preconditionFailure("curl lost what it was given") }
    return Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
  }

  private func read(into buffer: UnsafeMutablePointer<CChar>?, _ size: Int) -> Int {
    let piece = bytes[position..<min(position + size, bytes.count)]
    UnsafeMutableRawBufferPointer(start: buffer, count: size).copyBytes(from: piece)
    position += piece.count
    // Curl ends the mail after this; from now on it may be taken.
    if piece.isEmpty { trace.sentAll() }
    return piece.count
  }

  private func listen(_ kind: curl_infotype, _ bytes: UnsafeRawBufferPointer) {
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    for line in lines {
      switch kind {
      case CURLINFO_HEADER_OUT: trace.said(line)
      case CURLINFO_HEADER_IN: trace.heard(line)
      case CURLINFO_TEXT: trace.noted(line)
      default: break
      }
    }
  }

  /// A mail that may be taken already is given some seconds to be answered.
  private var shouldStop: Bool {
    guard let age = stop.age else { return false }
    isStopped = trace.stage != .whole || age > .seconds(5)
    return isStopped
  }
}
