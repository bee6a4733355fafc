import Conference
import Foundation
import Testing

@testable import Web

@Suite struct MultipartFormTests {
  private static let type = "multipart/form-data; boundary=XX"

  private static func form(_ text: String, type: String? = Self.type) throws -> MultipartForm {
    try MultipartForm(contentType: type, bytes: Array(text.utf8))
  }

  private static func part(_ head: String, _ body: String) -> String {
    "--XX\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(body)\r\n"
  }

  /// Tries forms of which each has something wrong, by their bytes and their types.
  private static func refuse(_ forms: [([UInt8], String?)]) {
    var letIn = 0
    for (bytes, type) in forms {
      do {
        _ = try MultipartForm(contentType: type, bytes: bytes)
        letIn += 1
        Issue.record("let in: \(type ?? "no type"), \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      } catch { #expect(error is ConferenceError) }
    }
    print("tried \(forms.count), let in \(letIn)")
  }

  @Test("fields and files are told apart, and come as they were sent")
  func read() throws {
    let form = try Self.form(
      Self.part("name=\"token\"", "a\r\nb --XX") + Self.part("name=\"file\"; filename=\"list.csv\"", "\r\n--X\r\n\r\n")
        + "--XX--\r\n")
    #expect(form.fields.map(\.name) == ["token"])
    #expect(form.fields.map(\.value) == ["a\r\nb --XX"])
    #expect(form.files.map(\.name) == ["list.csv"])
    #expect(form.files.first.map { Array($0.bytes) } == Array("\r\n--X\r\n\r\n".utf8))
  }

  @Test("a file may hold any bytes and be empty")
  func bytes() throws {
    let all = Array(UInt8.min...UInt8.max) + [13, 10, 45, 45, 88, 13]
    let bytes =
      Array("--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n".utf8) + all
      + Array("\r\n--XX--".utf8)
    #expect(try MultipartForm(contentType: Self.type, bytes: bytes).files.map { Array($0.bytes) } == [all])
    let empty = try Self.form(Self.part("name=\"f\"; filename=\"a.csv\"", "") + "--XX--")
    #expect(empty.files.map(\.bytes.count) == [0])
  }

  @Test("of a form that is cut off, the fields before its file are read")
  func beginning() throws {
    let head = "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n"
    let bytes = Array((Self.part("name=\"text\"", "A plot") + head + "\u{1}\u{2}").utf8)
    for count in [bytes.count, bytes.count - 10] {
      let form = MultipartForm(beginning: Array(bytes.prefix(count)), contentType: Self.type)
      #expect(form.fields.map(\.value) == ["A plot"] && form.files.isEmpty)
    }
    #expect(MultipartForm(beginning: bytes, contentType: nil).fields.isEmpty)
  }

  @Test("a field of a file that nobody chose is no file")
  func none() throws {
    #expect(try Self.form(Self.part("name=\"f\"; filename=\"\"", "") + "--XX--").files.isEmpty)
  }

  @Test(
    "a file's name is only a name",
    arguments: [
      ("../../etc/passwd", "passwd"), ("C:\\\\people.csv", "people.csv"), ("a%22b.csv", "a\"b.csv"),
      ("a\u{1}b.csv", "ab.csv"), ("/", ""),
    ])
  func names(sent: String, name: String) throws {
    #expect(try Self.form(Self.part("name=\"f\"; filename=\"\(sent)\"", "x") + "--XX--").files.map(\.name) == [name])
  }

  @Test("what no browser sends is refused")
  func refused() {
    let texts = [
      "", "--XX", "--XX\r\n", "--XX\r\n\r\n", "nothing",
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ended",
      "--XX\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--XX--", "--XX\r\nNo head\r\n--XX--",
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--XX--",
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\r\n--XXjunk",
    ]
    Self.refuse(texts.map { (Array($0.utf8), Self.type) })
  }

  @Test("a form of another kind, or without a boundary, is refused")
  func types() {
    let types: [String?] = [
      nil, "text/plain", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=XX",
      "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    ]
    Self.refuse(types.map { (Array((Self.part("name=\"a\"", "b") + "--XX--").utf8), $0) })
  }

  @Test("a form has a hundred parts at most, and short heads and fields")
  func limits() throws {
    let parts = { (count: Int) in String(repeating: Self.part("name=\"a\"", "b"), count: count) + "--XX--" }
    #expect(try Self.form(parts(100)).fields.count == 100)
    #expect(throws: ConferenceError.self) { try Self.form(parts(101)) }
    #expect(throws: ConferenceError.self) {
      try Self.form(Self.part("name=\"\(String(repeating: "a", count: 5_000))\"", "b") + "--XX--")
    }
    #expect(throws: ConferenceError.self) {
      try Self.form(Self.part("name=\"a\"", String(repeating: "b", count: 70_000)) + "--XX--")
    }
  }

  @Test("cut off or changed anywhere, a form is read or refused, and nothing worse")
  func fuzz() throws {
    let whole = Array(
      (Self.part("name=\"token\"", "value") + Self.part("name=\"f\"; filename=\"x.csv\"", "a,b\r\n") + "--XX--\r\n")
        .utf8)
    Self.refuse(whole.indices.map { (Array(whole.prefix(min($0, whole.count - 5))), Self.type) })
    for cut in whole.indices {
      for byte in [0, 10, 13, 45, 255] as [UInt8] {
        var changed = whole
        changed[cut] = byte
        do { _ = try MultipartForm(contentType: Self.type, bytes: changed) } catch { #expect(error is ConferenceError) }
      }
    }
  }
}
