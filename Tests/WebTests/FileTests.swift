import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct FileTests {
  @Test(
    "a Range header is read as RFC 9110 says",
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-99", .part(0...99)), ("bytes=0-0", .part(0...0)),
      ("bytes=990-", .part(990...999)), ("bytes=-10", .part(990...999)),
      ("bytes=-5000", .part(0...999)), ("bytes=900-5000", .part(900...999)), ("bytes=1000-", .unsatisfiable),
      ("bytes=-0", .unsatisfiable),
      ("bytes=0-1,5-6", .whole), ("bytes=9-5", .whole), ("bytes=a-b", .whole), ("bytes=", .whole),
      ("bytes=--5", .whole), ("lines=1-2", .whole),
      ("bytes=99999999999999999999-", .whole),
    ] as [(String?, ByteRange)])
  func ranges(header: String?, expected: ByteRange) {
    #expect(ByteRange(header, size: 1000) == expected)
  }

  @Test("a part of a video is exactly the bytes asked for, across blocks")
  func parts() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 251) }
      try Data(bytes).write(to: URL(fileURLWithPath: story.data.mediaPath + "/talk.mp4"))
      let whole = try await client.get("/media/talk.mp4")
      #expect(whole.headers[.acceptRanges] == "bytes")
      #expect(Array(buffer: whole.body) == bytes)
      for range in [0...0, 0...262_143, 262_143...262_144, 100_000...600_000, 699_999...699_999] {
        let part = try await client.get("/media/talk.mp4", [.range: "bytes=\(range.lowerBound)-\(range.upperBound)"])
        #expect(part.status == .partialContent)
        #expect(part.headers[.contentRange] == "bytes \(range.lowerBound)-\(range.upperBound)/700000")
        #expect(Array(buffer: part.body) == Array(bytes[range]))
      }
      let beyond = try await client.get("/media/talk.mp4", [.range: "bytes=700000-"])
      #expect(beyond.status == .rangeNotSatisfiable)
      #expect(beyond.headers[.contentRange] == "bytes */700000")
      let old = try await client.get("/media/talk.mp4", [.range: "bytes=0-9", .ifRange: "\"older\""])
      #expect(old.status == .ok)
      let head = try await client.execute(uri: "/media/talk.mp4", method: .head, headers: [.range: "bytes=0-9"])
      #expect(head.status == .ok)
      #expect(head.headers[.contentLength] == "700000")
    }
  }

  @Test("files outside the media folder are out of reach")
  func outside() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try Data("secret".utf8).write(to: URL(fileURLWithPath: story.data.path + "/secret.txt"))
      try FileManager.default.createSymbolicLink(
        atPath: story.data.mediaPath + "/link.txt", withDestinationPath: story.data.path + "/secret.txt")
      for path in [
        "/media/../secret.txt", "/media/..%2Fsecret.txt", "/media/%2e%2e/secret.txt", "/media//secret.txt",
        "/media/link.txt", "/media/.hidden.txt", "/media/x%00.txt",
      ] {
        let answer = try await client.get(path)
        #expect(answer.status == .notFound, "\(path)")
        #expect(!String(buffer: answer.body).contains("secret\n"))
      }
    }
  }

  @Test("what belongs to a version is kept for a year under that version only")
  func versions() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let (own, other) = (story.site.assets.address("js/app.js"), "/assets/0123456789abcdef/js/app.js")
      for _ in 1...2 {
        #expect(try await client.get(own).headers[.cacheControl] == "public, max-age=31536000, immutable")
        let answer = try await client.get(other)
        #expect(answer.status == .ok)
        #expect(answer.headers[.cacheControl] == "no-cache")
        let etag = try #require(answer.headers[.eTag])
        #expect(try await client.get(other, [.ifNoneMatch: etag]).status == .notModified)
        #expect(try await client.get("/js/app.js").headers[.cacheControl] == "public, max-age=3600")
      }
      let sheet = story.site.assets.sheet(["base", "header"])
      let (made, kept) = (try await client.get(sheet), try await client.get(sheet))
      #expect(made.status == .ok && made.body == kept.body)
      for name in [.contentType, .contentSecurityPolicy, .xContentTypeOptions, .eTag] as [HTTPField.Name] {
        #expect(kept.headers[name] != nil && kept.headers[name] == made.headers[name], "\(name)")
      }
    }
  }

  @Test("a file is sandboxed, so that a picture runs no script")
  func sandboxed() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try Data("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8).write(
        to: URL(fileURLWithPath: story.data.mediaPath + "/a.svg"))
      let answer = try await client.get("/media/a.svg")
      #expect(answer.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }
  }
}

@Suite struct KatexTests {
  @Test(
    "the maths of Debian's package is served through its links, compressed and to be kept, and its absence does no harm"
  )
  func katex() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let answer = try await client.get("/katex/katex.min.js")
      if FileManager.default.fileExists(atPath: story.site.settings.katexPath + "/katex.min.js") {
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType]?.hasPrefix("text/javascript") == true)
        for name in ["katex.min.js", "katex.min.css", "fonts/KaTeX_Main-Regular.woff2"] {
          let kept = try await client.get(
            story.site.assets.address("katex/" + name), [.acceptEncoding: "gzip"])
          #expect(kept.status == .ok, "\(name)")
          #expect(kept.headers[.contentEncoding] == "gzip", "\(name)")
          #expect(kept.headers[.cacheControl] == "public, max-age=31536000, immutable", "\(name)")
        }
        #expect(try await client.get("/katex/../katex.min.js").status == .notFound)
      } else {
        #expect(answer.status == .notFound)
      }
    }
  }
}
