/// What part of a file is asked for (RFC 9110, 14.2).
enum ByteRange: Equatable {
  case whole
  case part(ClosedRange<Int>)
  case unsatisfiable

  /// Reads a Range header for a file of `size` bytes. A header that is no valid range of bytes, or asks for several parts,
  /// counts as none, as the standard allows.
  init(_ header: String?, size: Int) {
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
      self = .whole
      return
    }
    let parts = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    guard parts.count == 2, parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } && $0.count < 19 }) else {
      self = .whole
      return
    }
    switch (Int(parts[0]), Int(parts[1])) {
    case (nil, let last?): self = last == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - last)...(size - 1))
    case (let first?, nil): self = first < size ? .part(first...(size - 1)) : .unsatisfiable
    case (let first?, let last?) where first <= last:
      self = first < size ? .part(first...min(last, size - 1)) : .unsatisfiable
    default: self = .whole
    }
  }
}
