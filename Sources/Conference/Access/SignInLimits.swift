/// How often one may ask for a mail and try codes.
///
/// Each client is counted by itself, so that nobody keeps another from signing in by asking and guessing at their address. What all
/// clients do together has a bound besides, which makes guessing hopeless and which one of them does not reach:
/// docs/decisions/0018-guessing.md has the numbers.
public struct SignInLimits: Sendable {
  /// Mails asked for by one client in 10 minutes, sign-ins begun elsewhere by it, and wrong codes typed by it, each counted by
  /// itself; a whole institute may be one client.
  public var perClient = 200
  /// Mails to one address that one client asks for in 10 minutes.
  public var mailsPerAddress = 5
  /// Mails to one address that all ask for together in 10 minutes.
  public var mailsPerAddressByAll = 30
  /// Wrong codes for one address by one client in 10 minutes; those by hand have only the bound of the client and that of all.
  public var codesPerAddress = 10
  /// Wrong codes for one address by all together in an hour, where one by mail is meant.
  public var codesPerAddressByAll = 1_000
  /// The same, where one by hand is meant.
  public var codesByHandByAll = 20_000
  /// Wrong registration codes by one client in 10 minutes.
  public var registrationCodesPerClient = 20
  /// Wrong registration codes by all together in an hour, as the code is one for everybody and often a word. After them each client
  /// has fewer; nobody is refused for what others tried.
  public var registrationCodes = 500
  /// Wrong registration codes by one client in 10 minutes after so many by all.
  public var registrationCodesPerClientThen = 3

  public init() {}
}
