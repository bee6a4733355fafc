import CZlib
import NIOCore

/// A ZIP archive that is sent while it is made, so that its files need not be in memory.
struct ZipStream {
  typealias Write = (ByteBuffer) async throws -> Void

  private var directory: [UInt8] = []
  private var count = 0
  private var position = 0
  private static let blockSize = 256 << 10

  /// Adds what is in memory.
  mutating func add(_ name: String, _ bytes: [UInt8], _ write: Write) async throws {
    let (record, stored) = ZipRecord.packing(name, bytes)
    try await write(ByteBuffer(bytes: enter(record) + stored))
  }

  /// Adds a file of less than 4 GB as it is, block by block. It is read twice: what tells its checksum after it would be lost on some programs.
  mutating func add(_ name: String, _ file: OpenFile, _ write: Write) async throws {
    let sum = try await Self.checksum(of: file)
    let record = ZipRecord(name: name, isPacked: false, sum: sum, packed: file.size, size: file.size)
    try await write(ByteBuffer(bytes: enter(record)))
    var start = 0
    while start < file.size {
      let block = try Self.block(of: file, at: start)
      start += block.readableBytes
      try await write(block)
    }
  }

  /// Ends the archive.
  func finish(_ write: Write) async throws {
    let end = ZipRecord.end(count: count, directory: directory.count, at: position)
    try await write(ByteBuffer(bytes: directory + end))
  }

  /// Notes a file that comes next; returns its head.
  private mutating func enter(_ record: ZipRecord) -> [UInt8] {
    let head = record.head
    directory += record.entry(at: position)
    position += head.count + record.packed
    count += 1
    return head
  }

  private static func checksum(of file: OpenFile) async throws -> UInt {
    var (sum, start): (UInt, Int) = (0, 0)
    while start < file.size {
      let block = try Self.block(of: file, at: start)
      let known = sum
      sum = block.withUnsafeReadableBytes { bytes in
        crc32_z(known, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count)
      }
      start += block.readableBytes
      // Others need this thread, too.
      await Task.yield()
    }
    return sum
  }

  private static func block(of file: OpenFile, at start: Int) throws -> ByteBuffer {
    try file.read(at: start, count: min(blockSize, file.size - start))
  }
}
