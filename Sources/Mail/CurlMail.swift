import CCurl
import Glibc

/// A handle of curl, which keeps its connection from mail to mail; of use to one thread at a time.
struct CurlMail: ~Copyable, @unchecked Sendable {
  private let server: SMTPServer
  private var handle: UnsafeMutableRawPointer?
  /// Where curl writes what went wrong.
  private let problem = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  /// Whether the last mail left a connection behind.
  private var isKept = false
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

  init(_ server: SMTPServer) {
    self.server = server
    handle = Self.isReady ? curl_easy_init() : nil
    prepare()
  }

  deinit {
    curl_easy_cleanup(handle)
    problem.deallocate()
  }

  /// Says good-bye, for which it waits; nothing can be sent after it.
  mutating func close() {
    curl_easy_cleanup(handle)
    handle = nil
  }

  /// Begins anew after a failure: curl would keep a connection on which an answer to the last mail may still come, and
  /// would wait for an answer to its good-bye.
  private mutating func renew() {
    let socket = curl_get_socket(handle)
    if socket >= 0 { shutdown(socket, Int32(SHUT_RDWR)) }
    curl_easy_cleanup(handle)
    handle = Self.isReady ? curl_easy_init() : nil
    prepare()
  }

  /// What is the same for all mails.
  private func prepare() {
    curl_set_buffer(handle, CURLOPT_ERRORBUFFER, problem)
    set(CURLOPT_URL, server.url)
    set(CURLOPT_USE_SSL, server.security == .startTLS ? Int(CURLUSESSL_ALL.rawValue) : 0)
    if let user = server.user { set(CURLOPT_USERNAME, user) }
    if let password = server.password, server.user != nil { set(CURLOPT_PASSWORD, password) }
    if let file = server.certificates { set(CURLOPT_CAINFO, file) }
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_PROXY, "")
    set(CURLOPT_UPLOAD, 1)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT, 20)
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, 60)
    set(CURLOPT_TIMEOUT, SMTPTransport.longestSeconds)
    // Servers end connections on which nothing was said for some minutes.
    set(CURLOPT_MAXAGE_CONN, 60)
  }

  /// Sends one mail, again at once where a kept connection turns out to have ended before anything of it was taken.
  mutating func deliver(_ message: MailMessage, until stop: StopSign) -> (outcome: MailOutcome, trace: SMTPTrace) {
    let (wasKept, start) = (isKept, ContinuousClock.now)
    let first = perform(message, until: stop)
    guard wasKept, case .tryLater = first.outcome, stop.age == nil, [nil, 421].contains(first.trace.code),
      .now - start < .seconds(20)
    else {
      return first
    }
    return perform(message, until: stop)
  }

  private mutating func perform(_ message: MailMessage, until stop: StopSign) -> (
    outcome: MailOutcome, trace: SMTPTrace
  ) {
    let exchange = CurlExchange(message.bytes, until: stop)
    let recipients = curl_slist_append(nil, "<\(message.to)>")
    defer { curl_slist_free_all(recipients) }
    set(CURLOPT_MAIL_FROM, "<\(message.from.address)>")
    curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
    exchange.attach(to: handle)
    problem.pointee = 0
    let code = withExtendedLifetime(exchange) { curl_easy_perform(handle) }
    isKept = code == CURLE_OK
    let failure = isKept ? nil : exchange.isStopped ? "the sending was stopped" : words(for: code)
    if !isKept { renew() }
    return (SMTPVerdict.outcome(exchange.trace, failure: failure), exchange.trace)
  }

  private func words(for code: CURLcode) -> String {
    problem.pointee == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: problem)
  }

  private func set(_ option: CURLoption, _ number: Int) { curl_set_number(handle, option, number) }
  private func set(_ option: CURLoption, _ text: String) { curl_set_text(handle, option, text) }
}

extension SMTPTransport {
  /// After so many seconds a mail that could not be handed over is given up for now.
  public static let longestSeconds = 100
}
