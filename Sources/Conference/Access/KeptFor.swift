/// For how many seconds what is kept of people only for a while is kept, as it is told to them.
public enum KeptFor {
  /// A browser in which somebody is signed in and which is not seen any more.
  public static let devices = Devices.lifetime
  /// How long a link or code for signing in counts.
  public static let signIns = SignInRequest.lifetime
  /// What remains of one that counts no more, and how often somebody tried.
  public static let passed = PassedRows.kept
  /// A mail that went, or will not go.
  public static let mails = Postman.Settings().daysKept * 86_400
  /// A list that an organizer uploaded to look at.
  public static let uploads = Uploads.lifetime
}
