/// A database server that tests run on.
public enum Backend: String, CaseIterable, Sendable {
  case sqlite, postgres

  /// Those that are installed here; a test of its own fails where one is not and nobody has chosen so.
  public static let installed = allCases.filter { $0 == .sqlite || PostgresCluster.isInstalled }
}
