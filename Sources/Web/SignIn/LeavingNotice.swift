import Conference
import Markup

/// What is said on the first page after somebody has left, which anybody may see: the words depend on the address only.
enum LeavingNotice {
  static let signedOut = "/?done=signed-out"
  static let erased = "/?done=erased"

  static func html(_ visit: Visit) -> HTML {
    guard !visit.isSignedIn else { return .empty }
    return DoneNotice.html(
      visit,
      [
        "signed-out": "You are signed out.",
        "erased":
          "You are erased: your account and all that was only yours are gone, and you are signed out everywhere.",
      ])
  }
}
