import NIOCore
import Synchronization

/// Which drawings have styles in themselves, that their policy has to allow; each is read for it once.
final class DrawingStyles: Sendable {
  private static let word = Array("style".utf8)
  /// What an element's and an attribute's name come after: "<", ":" and white space.
  private static let signsBefore: Set<UInt8> = [0x3C, 0x3A, 0x20, 0x09, 0x0A, 0x0D]

  private let known = Mutex<[String: Bool]>([:])

  func has(_ file: OpenFile, _ blocks: BlockCache) throws -> Bool {
    let key = "\(file.etag) \(file.path)"
    if let before = known.withLock({ $0[key] }) { return before }
    let isStyled = try Self.isStyled(file, blocks)
    known.withLock { known in
      if known.count > 20_000 { known.removeAll() }
      known[key] = isStyled
    }
    return isStyled
  }

  private static func isStyled(_ file: OpenFile, _ blocks: BlockCache) throws -> Bool {
    var end: [UInt8] = []
    for start in stride(from: 0, to: file.size, by: BlockCache.blockSize) {
      let block = try blocks.block(at: start / BlockCache.blockSize, of: file)
      let bytes = end + Array(buffer: block)
      if isNamed(in: bytes) { return true }
      end = Array(bytes.suffix(word.count))
    }
    return false
  }

  private static func isNamed(in bytes: [UInt8]) -> Bool {
    bytes.indices.dropFirst().contains { start in
      bytes[start] == word[0] && signsBefore.contains(bytes[start - 1]) && bytes[start...].starts(with: word)
    }
  }
}
