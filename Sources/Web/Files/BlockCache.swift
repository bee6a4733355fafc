import NIOCore
import Synchronization

/// Parts of files in memory, as whole blocks, so that a part that many people watch is read from disk once.
final class BlockCache: Sendable {
  static let blockSize = 256 << 10

  private struct Key: Hashable {
    let etag: String
    let path: String
    let number: Int
  }

  private struct State {
    var blocks: [Key: ByteBuffer] = [:]
    var order: [Key] = []
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: how many bytes to keep.
  init(limit: Int) { self.limit = limit / Self.blockSize }

  func block(at number: Int, of file: OpenFile) throws -> ByteBuffer {
    let key = Key(etag: file.etag, path: file.path, number: number)
    if let known = state.withLock({ $0.blocks[key] }) { return known }
    let block = try file.read(at: number * Self.blockSize, count: Self.blockSize)
    state.withLock { state in
      guard state.blocks.updateValue(block, forKey: key) == nil else { return }
      state.order.append(key)
      if state.order.count > limit {
        let leaving = state.order.prefix(limit / 4 + 1)
        for old in leaving { state.blocks[old] = nil }
        state.order.removeFirst(leaving.count)
      }
    }
    return block
  }
}
