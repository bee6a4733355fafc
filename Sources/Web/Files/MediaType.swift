/// Types of files by their endings, as registered with IANA.
enum MediaType {
  static func of(_ path: String) -> String? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    return types[path[path.index(after: dot)...].lowercased()]
  }

  private static let types: [String: String] = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif", "avif": "image/avif",
    "ico": "image/x-icon",
    "mp4": "video/mp4", "webm": "video/webm", "m4a": "audio/mp4", "mp3": "audio/mpeg", "vtt": "text/vtt; charset=utf-8",
    "m3u8": "application/vnd.apple.mpegurl", "ts": "video/mp2t", "pdf": "application/pdf", "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf", "txt": "text/plain; charset=utf-8", "json": "application/json", "zip": "application/zip",
  ]
}
