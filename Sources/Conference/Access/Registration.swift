/// Who may get an account.
public struct Registration: Choice {
  public static let name = "registration"
  public static let standard = Registration(mode: .closed)

  public enum Mode: String, Codable, CaseIterable, Sendable {
    /// Only who is on the list.
    case closed
    /// Who is on the list, and who knows the code.
    case code
    /// Anybody, once an organizer has said yes.
    case approval
    /// Anybody.
    case open
  }

  public var mode: Mode
  /// What has to be typed with the mode `code`.
  public var code: String?

  public init(mode: Mode, code: String? = nil) { (self.mode, self.code) = (mode, code) }

  /// What somebody chose; throws where the code that it takes is missing.
  public init(chosen mode: Mode, code: String?) throws {
    let code = try Newcomer.line(code ?? "", "Registration code", atMost: 80)
    guard mode != .code || code != nil else {
      throw ConferenceError.invalid(
        field: "Registration code", problem: "it is missing", advice: "Write the code that newcomers have to type.")
    }
    self.init(mode: mode, code: code)
  }

  /// Throws unless a newcomer may register, with the code that they typed.
  public func admit(code typed: String?) throws {
    switch mode {
    case .closed:
      throw ConferenceError.forbidden("Only people on the list of registrations can sign in")
    case .code:
      guard let code, !code.isEmpty, Secret(code).matches((typed ?? "").trimmingPrefix(" ").description) else {
        throw ConferenceError.invalid(
          field: "Registration code", problem: "this is not the one",
          advice: "It stands in what the organizers sent you.")
      }
    case .approval, .open: return
    }
  }

  /// What somebody becomes who began to register when the mode was perhaps another one, and now shows that the address is theirs;
  /// nil where they may not register any more.
  func standing(begunIn begun: Mode?) -> Standing? {
    switch mode {
    case .closed: nil
    case .code: begun == .code ? .active : nil
    case .approval: .waiting
    case .open: .active
    }
  }
}
