import Foundation

/// Small PDFs, put together object by object.
enum PDFSamples {
  /// What is added to the catalog and to the page, and the objects behind.
  typealias Sample = (name: String, catalog: String, page: String, objects: [String])

  static let plain = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    "<< /Length 36 >>\nstream\nBT /F1 24 Tf 72 700 Td (Hello) Tj ET\nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ]

  /// A page that says hello.
  static func page(_ comment: String = "") -> [UInt8] { file(plain, comment: comment) }

  /// What else PDFs can do: each has a canary that no copy may hold.
  static let active: [Sample] = [
    ("a script at the start", "/OpenAction << /S /JavaScript /JS (canary) >>", "", []),
    ("a script under another spelling", "/OpenAction << /S /J#61vaScript /J#53 (canary) >>", "", []),
    (
      "a named script", "/Names << /JavaScript << /Names [(canary) 6 0 R] >> >>", "",
      [
        "<< /S /JavaScript /JS 7 0 R >>", "<< /Length 6 >>\nstream\ncanary\nendstream",
      ]
    ),
    ("a script when it is closed", "/AA << /WC << /S /JavaScript /JS (canary) >> >>", "", []),
    ("a program", "", "/Annots [6 0 R]", [annotation("/A << /S /Launch /F (canary.exe) >>")]),
    (
      "a file inside", "/Names << /EmbeddedFiles << /Names [(canary) 6 0 R] >> >>", "",
      [
        "<< /Type /Filespec /F (canary.exe) /EF << /F 7 0 R >> >>",
        "<< /Type /EmbeddedFile /Length 6 >>\nstream\ncanary\nendstream",
      ]
    ),
    ("a link to a script", "", "/Annots [6 0 R]", [annotation("/A << /S /URI /URI (javascript:canary) >>")]),
    (
      "a form that sends itself", "", "/Annots [6 0 R]",
      [annotation("/A << /S /SubmitForm /F (https://canary.example) >>")]
    ),
    (
      "a script behind a link", "", "/Annots [6 0 R]",
      [
        annotation("/A << /S /URI /URI (https://example.org/) /Next << /S /JavaScript /JS (canary) >> >>")
      ]
    ),
    ("an XFA form", "/AcroForm << /Fields [] /XFA 6 0 R >>", "", ["<< /Length 6 >>\nstream\ncanary\nendstream"]),
    ("what nothing refers to", "", "", ["<< /Length 6 >>\nstream\ncanary\nendstream"]),
  ]

  static func file(of sample: Sample) -> [UInt8] {
    var objects = plain
    objects[0] = objects[0].replacing(">>", with: "\(sample.catalog) >>", maxReplacements: 1)
    objects[2] = objects[2].replacing("/Contents", with: "\(sample.page) /Contents")
    return file(objects + sample.objects)
  }

  private static func annotation(_ action: String) -> String {
    "<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] \(action) >>"
  }

  static func file(_ objects: [String], comment: String = "") -> [UInt8] {
    var (text, places) = ("%PDF-1.7\n\(comment)\n", [Int]())
    for (number, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    return Array((text + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }
}
