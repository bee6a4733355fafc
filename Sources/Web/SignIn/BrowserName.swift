import HTTPTypes
import Hummingbird

/// A browser as its owner would call it, for the list of devices.
enum BrowserName {
  static func of(_ request: Request) -> String {
    let agent = request.headers[.userAgent] ?? ""
    return "\(first(browsers, in: agent) ?? "A browser")\(first(systems, in: agent).map { " on \($0)" } ?? "")"
  }

  // In this order, since many call themselves by the names of others as well.
  private static let browsers = [
    ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ("curl/", "curl"),
  ]
  private static let systems = [
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
  ]

  private static func first(_ names: [(sign: String, name: String)], in agent: String) -> String? {
    names.first { agent.contains($0.sign) }?.name
  }
}
