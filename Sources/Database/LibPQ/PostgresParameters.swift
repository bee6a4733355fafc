/// The parameters of a statement as libpq takes them: pointers into one block of bytes.
struct PostgresParameters {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(_ values: [SQLValue]) {
    bytes.reserveCapacity(16 * values.count + 1)
    ends.reserveCapacity(values.count)
    for value in values {
      PostgresValue.append(value, to: &bytes)
      ends.append(bytes.count)
    }
    // So that an empty value has an address as well, without which it would be NULL.
    bytes.append(0)
  }

  /// Calls `body` with the number of the parameters, where they stand, their lengths in bytes, and 1 for each: its format is
  /// binary.
  func pass(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Int32
  ) -> Int32 {
    let count = ends.count
    return bytes.withUnsafeBytes { block in
      withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { starts in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { numbers in
          var start = 0
          for index in 0..<count {
            starts.initializeElement(
              at: index, to: block.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self))
            numbers.initializeElement(at: index, to: Int32(ends[index] - start))
            numbers.initializeElement(at: count + index, to: 1)
            start = ends[index]
          }
          guard count > 0, let lengths = numbers.baseAddress else { return body(0, nil, nil, nil) }
          return body(Int32(count), starts.baseAddress, lengths, lengths + count)
        }
      }
    }
  }
}
