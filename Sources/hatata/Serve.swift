import ArgumentParser
import Conference
import Foundation
import Logging
import ServiceLifecycle
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serves the conference.",
    discussion: """
      Every setting may be a flag, a variable of the environment (HATATA_PORT, HATATA_LOG_LEVEL, ...) or a value in \
      DIR/settings.json ({"port": 8080, "log": {"level": "info"}}); flags count over the environment, and that over the file.
      """)

  @OptionGroup var data: DataOption
  @Option(help: "The address to listen on (host, HATATA_HOST). Default: 127.0.0.1") var host: String?
  @Option(help: "The port to listen on (port, HATATA_PORT); 0 takes a free one. Default: 8080") var port: Int?
  @Option(
    help:
      "Where the site is reached from outside (address, HATATA_ADDRESS), for calendars and search engines. Default: http://HOST:PORT"
  )
  var address: String?
  @Option(
    help:
      "Start the server's clock at this instant, such as 2020-04-28T13:55:00Z, and let it run: a rehearsal (clock, HATATA_CLOCK)."
  )
  var clock: String?
  @Option(
    help: "How much to log: trace, debug, info, notice, warning, error (log.level, HATATA_LOG_LEVEL). Default: info")
  var logLevel: String?
  @Option(help: "text or json (log.format, HATATA_LOG_FORMAT). Default: text on a terminal, else json") var logFormat:
    String?
  @Option(
    help: ArgumentHelp(
      """
      Proxies whose word counts on where a request comes from, as addresses and networks: 127.0.0.1,10.0.0.0/8 \
      (trustedProxies, HATATA_TRUSTED_PROXIES). Default: none
      """, valueName: "addresses"))
  var trustedProxies: String?
  @Option(
    help: ArgumentHelp(
      """
      How many sign-in mails one client, which may be a whole institute, may ask for in ten minutes, and as many sign-ins it may \
      begin elsewhere and wrong codes type (signInsPerClient, HATATA_SIGN_INS_PER_CLIENT). Default: 200
      """, valueName: "number"))
  var signInsPerClient: Int?
  @Option(
    help: ArgumentHelp(
      "How many requests each token of the API may make in a minute (apiRequestsPerMinute, HATATA_API_REQUESTS_PER_MINUTE). Default: 600",
      valueName: "number"))
  var apiRequestsPerMinute: Int?
  @Option(
    help: ArgumentHelp(
      """
      For how many seconds it is remembered what open pages were told, so that one that was away is told the rest rather than loaded anew \
      (liveHistory, HATATA_LIVE_HISTORY). Default: 86400, a day
      """, valueName: "seconds"))
  var liveHistory: Int?
  @OptionGroup var databaseLimits: DatabaseLimitOptions
  @OptionGroup var mail: MailOptions

  func run() async throws {
    let place = try await data.folder()
    let settings = try await Settings(
      data: place,
      flags: [
        "host": host, "port": port.map(String.init), "address": address, "clock": clock, "log.level": logLevel,
        "log.format": logFormat, "trustedProxies": trustedProxies,
        "signInsPerClient": signInsPerClient.map(String.init),
        "apiRequestsPerMinute": apiRequestsPerMinute.map(String.init),
        "liveHistory": liveHistory.map(String.init),
      ].merging(mail.flags) { $1 }.merging(databaseLimits.flags) { $1 })
    let folder = DataFolder(
      path: place.path, files: place.filesPath, postgres: place.postgres,
      limits: try DatabaseLimitOptions.limits(settings))
    let logger = try LogOutput(settings).logger()
    for words in Settings.unknown(in: folder) { logger.warning("\(words)") }
    guard folder.isThere || folder.postgres != nil else {
      throw ConferenceError.notFound(
        """
        there is no folder \(folder.path); make a conference with “hatata import FOLDER --data \(folder.path)” or \
        “hatata demo --data \(folder.path)”
        """)
    }
    let host = settings.text("host", default: "127.0.0.1")
    let port = try settings.number("port", default: 8080, in: 0...65_535)
    let address = try Self.checked(settings.text("address", default: "http://\(host):\(port)"))
    let (clock, mailing) = (try clock(settings), try MailSettings(settings, in: folder))
    var siteSettings = try Self.site(settings, address: address)
    siteSettings.openID = try OpenIDSettings(settings, in: folder).providers
    let isRehearsal = settings.text("clock") != nil && mail.mail == nil
    siteSettings.mailFolder = mailing.folder
    siteSettings.mailWay = isRehearsal ? .rehearsal : Self.way(of: mailing)
    let site = try await Site(data: folder, settings: siteSettings, clock: clock, logger: logger)
    await FilesMark(folder, site.database).warn(at: clock.now(), logger)
    let application = site.application(host: host, port: port) { port in
      logger.notice("Serving at http://\(host):\(port)", metadata: ["data": "\(folder.path)"])
    }
    let postOffice = PostOffice.services(
      mailing, site.database, in: folder, clock: clock, address: address, isRehearsal: isRehearsal, logger: logger)
    let pictures = settings.text("clock") == nil ? folder : nil
    let sweeping = Sweeping(sweeper: Sweeper(site.database, in: pictures, clock: clock, logger: logger))
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: postOffice + [sweeping, Serving(application, of: site), Deadline(logger: logger)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    do {
      try await group.run()
    } catch {
      throw Site.explained(error, host: host, port: port)
    }
    try await site.close()
    logger.notice("Stopped")
  }

  private static func site(_ settings: Settings, address: String) throws -> Site.Settings {
    var site = Site.Settings(address: address)
    let proxies = settings.text("trustedProxies", default: "")
    guard let trusted = TrustedProxies(proxies) else {
      throw ValidationError("“\(proxies)” are no addresses of proxies; write them as 127.0.0.1,10.0.0.0/8")
    }
    site.trustedProxies = trusted
    site.signInLimits.perClient = try settings.number("signInsPerClient", default: 200, in: 1...10_000_000)
    site.apiRequestsPerMinute = try settings.number("apiRequestsPerMinute", default: 600, in: 1...10_000_000)
    site.historySeconds = try settings.number("liveHistory", default: 86_400, in: 60...31_536_000)
    return site
  }

  private static func way(of mail: MailSettings) -> Site.MailWay {
    guard mail.isSending else { return .unset }
    return mail.folder == nil ? .server : .folder
  }

  private func clock(_ settings: Settings) throws -> Clock {
    guard let text = settings.text("clock") else { return .system }
    guard let instant = Instant(iso8601: text) else {
      throw ValidationError("“\(text)” is not an instant; write it as 2020-04-28T13:55:00Z")
    }
    return .starting(at: instant)
  }

  private static func checked(_ address: String) throws -> String {
    guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host != nil, url.query == nil
    else {
      throw ValidationError("“\(address)” is not where a site can be; write it as https://conference.example.org")
    }
    return address.hasSuffix("/") ? String(address.dropLast()) : address
  }
}
