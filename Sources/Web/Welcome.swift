import Hummingbird
import Markup

/// What stands there before anything was imported.
enum Welcome {
  static func response(_ request: Request) -> Response {
    let page: HTML = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hatata</title>
      <link rel="stylesheet" href="/css/tokens+base+parts.css"></head>
      <body><main class="page empty"><h1>Hatata is running, and waits for a conference</h1>
      <p>Import one, and this page becomes it within a second, without a restart:</p>
      <pre>hatata import FOLDER --data DIR</pre>
      <p>No folder yet? <code>hatata demo --data DIR</code> makes a story conference to look around in.</p></main></body></html>
      """
    return StoredBody(
      page.bytes, type: "text/html; charset=utf-8", caching: "no-store", status: .serviceUnavailable,
      fields: Security.pageFields
    ).response(to: request)
  }
}
