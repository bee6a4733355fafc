import Foundation

/// Identifiers by which calendar programs know an item again, made only of ids that never change.
public enum CalendarUID {
  /// "session-poster-3@iclr2020.hatata".
  public static func of(session: String, conference: String) -> String {
    "session-\(separable(session))@\(conference).hatata"
  }

  /// "session-poster-3-paper-17@iclr2020.hatata".
  public static func of(paper: String, session: String, conference: String) -> String {
    "session-\(separable(session))-paper-\(paper)@\(conference).hatata"
  }

  /// Leaves one way to read a uid: session "a-paper-b" must not be taken for paper "b" in session "a".
  private static func separable(_ session: String) -> String {
    session.replacingOccurrences(of: "-paper", with: "=paper")
  }
}
