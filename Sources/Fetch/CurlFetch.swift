import CCurl
import Foundation

/// One exchange with a server through curl.
final class CurlFetch {
  private let fetch: Fetch
  private let handle: UnsafeMutableRawPointer?
  private var body = Data()
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

  init(_ fetch: Fetch) {
    self.fetch = fetch
    handle = Self.isReady ? curl_easy_init() : nil
  }

  deinit { curl_easy_cleanup(handle) }

  func perform() throws -> Fetch.Answer {
    prepare()
    var fields: UnsafeMutablePointer<curl_slist>?
    for field in fetch.fields { fields = curl_slist_append(fields, field) }
    defer { curl_slist_free_all(fields) }
    curl_set_list(handle, CURLOPT_HTTPHEADER, fields)
    curl_set_writer(handle, { CurlFetch.from($3).take($0, $1 * $2) }, Unmanaged.passUnretained(self).toOpaque())
    let code = withExtendedLifetime(self) { curl_easy_perform(handle) }
    guard code == CURLE_OK else { throw Fetch.Failure(description: String(cString: curl_easy_strerror(code))) }
    var status = 0
    curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
    return Fetch.Answer(status: status, body: body)
  }

  private func prepare() {
    set(CURLOPT_URL, fetch.address.text)
    set(CURLOPT_PROTOCOLS_STR, fetch.address.isTLS ? "https" : "http")
    if !fetch.address.isTLS { set(CURLOPT_PROXY, "") }
    // Copied by curl, which keeps no other text of ours beyond the call.
    if let form = fetch.form { set(CURLOPT_COPYPOSTFIELDS, form.text) }
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT, 5)
    set(CURLOPT_TIMEOUT, Fetch.patience)
    set(CURLOPT_USERAGENT, "Hatata")
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> CurlFetch {
    guard let context else { preconditionFailure("curl lost what it was given") }
    return Unmanaged<CurlFetch>.fromOpaque(context).takeUnretainedValue()
  }

  /// Taking less than was given ends the exchange.
  private func take(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let bytes, body.count + count <= Fetch.longest else { return 0 }
    body.append(UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), count: count)
    return count
  }

  private func set(_ option: CURLoption, _ number: Int) { curl_set_number(handle, option, number) }
  private func set(_ option: CURLoption, _ text: String) { curl_set_text(handle, option, text) }
}
