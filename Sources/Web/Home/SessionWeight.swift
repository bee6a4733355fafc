import Conference

extension Session {
  /// Whether it should be named before another that is on at the same time: what everybody comes for is first, and what
  /// lasts half a day or longer can wait.
  func isWeightier(than other: Session) -> Bool { (weight, start, id) < (other.weight, other.start, other.id) }

  private var weight: Int {
    let order: [Kind] = [
      .keynote, .plenary, .poster, .oral, .qa, .tutorial, .workshop, .mentoring, .social, .expo, .other, .sponsor,
    ]
    let isLong = end - start >= 12 * 3_600_000
    return (order.firstIndex(of: kind) ?? order.count) + (isLong ? order.count + 1 : 0)
  }
}
