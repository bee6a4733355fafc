import Conference
import Markup

/// Says for which words others were looked for.
enum Understood {
  static func html<Found>(_ hits: Hits<Found>) -> HTML {
    html(hits.corrected, broadened: hits.broadened, ignored: hits.ignored)
  }

  /// What both sides made of the same words.
  static func html<Found, Other>(_ hits: Hits<Found>, _ others: Hits<Other>) -> HTML {
    html(
      hits.corrected.merging(others.corrected), broadened: hits.broadened.merging(others.broadened),
      ignored: hits.ignored.isEmpty ? others.ignored : hits.ignored)
  }

  private static func html(_ corrected: [Correction], broadened: [Correction], ignored: [String]) -> HTML {
    let found = corrected.map {
      "<p>Showing results for <b>\($0.meant.joined(separator: ", "))</b> instead of “\($0.typed)”.</p>" as HTML
    }
    let more = broadened.map {
      "<p>Also showing results for <b>\($0.meant.joined(separator: ", "))</b> beside “\($0.typed)”.</p>" as HTML
    }
    let missing: HTML =
      ignored.isEmpty ? .empty : "<p>Nothing has “\(ignored.joined(separator: "”, “"))”; these are results without.</p>"
    return (found + more).joined() + missing
  }
}
