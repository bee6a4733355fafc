import Foundation
import Testing

@testable import Conference

@Suite(.enabled(if: PDFCopy.isPossible, "qpdf is not installed")) struct PDFCopyTests {
  private func run(_ body: (PaperFiles, DataFolder) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = DataFolder(path: path)
    try await body(PaperFiles(data), data)
  }

  /// The copy with everything in it unpacked, so that nothing is overlooked in it.
  private func unpacked(_ reference: String, _ data: DataFolder) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
    let target = data.path + "/unpacked.pdf"
    process.arguments = ["--qdf", "--object-streams=disable", "\(data.path)/\(reference)", target]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: target)), as: UTF8.self)
  }

  @Test("of PDFs that run something, open something or carry something, only their pages are kept")
  func active() async throws {
    try await run { files, data in
      var (tried, kept) = (0, 0)
      for sample in PDFSamples.active {
        tried += 1
        let text = try unpacked(try await files.keep(PDFSamples.file(of: sample), as: .slides), data)
        #expect(text.contains("(Hello) Tj"), "\(sample.name)")
        #expect(
          !text.contains("canary") && !text.contains("/JavaScript") && !text.contains("/Launch"), "\(sample.name)")
        if text.contains("canary") { kept += 1 }
      }
      print("tried \(tried), let in \(kept)")
    }
  }

  @Test("links to pages of the web stay")
  func links() async throws {
    try await run { files, data in
      let link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/a) >> >>"
      let file = PDFSamples.file(of: ("a link", "", "/Annots [6 0 R]", [link]))
      let kept = try unpacked(try await files.keep(file, as: .slides), data)
      #expect(kept.contains("https://example.org/a"))
    }
  }

  @Test("what is a page, an archive or a picture as well is only a PDF once it is kept")
  func polyglots() async throws {
    try await run { files, data in
      let html = "<script>canary</script>"
      let gifar = PDFSamples.page("GIF89a canary PK\u{3}\u{4} canary")
      let behind = PDFSamples.page() + Array("\(html)\nPK\u{5}\u{6}canary\n%%EOF\n".utf8)
      for file in [PDFSamples.page(html), gifar, behind] {
        let reference = try await files.keep(file, as: .poster)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(data.path)/\(reference)"))
        #expect(bytes.starts(with: Data("%PDF-".utf8)) && bytes.range(of: Data("canary".utf8)) == nil)
        #expect(bytes.range(of: Data("<script".utf8)) == nil)
      }
    }
  }

  @Test("a broken or an encrypted PDF is refused in words that say what to do")
  func refused() async throws {
    try await run { files, data in
      for broken in ["%PDF-1.4\n%%EOF", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"] {
        await #expect { _ = try await files.keep(Array(broken.utf8), as: .slides) } throws: {
          "\($0)".contains("cannot be read as a PDF")
        }
      }
      let (plain, locked) = (data.mediaPath + "/plain.pdf", data.mediaPath + "/locked.pdf")
      try Data(PDFSamples.page()).write(to: URL(fileURLWithPath: plain))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/qpdf")
      process.arguments = ["--encrypt", "", "owner", "256", "--", plain, locked]
      try process.run()
      process.waitUntilExit()
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: locked)))
      await #expect { _ = try await files.keep(bytes, as: .slides) } throws: { "\($0)".contains("is encrypted") }
      let left = try FileManager.default.contentsOfDirectory(atPath: data.mediaPath + "/uploads")
      #expect(left == [])
    }
  }
}
