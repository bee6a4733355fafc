/// A ZIP archive that is made in memory, of files that are compressed.
struct ZipFile {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file; names are UTF-8 with slashes.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let (record, stored) = ZipRecord.packing(name, bytes)
    directory += record.entry(at: content.count)
    content += record.head + stored
    count += 1
  }

  var bytes: [UInt8] {
    content + directory + ZipRecord.end(count: count, directory: directory.count, at: content.count)
  }
}
