import Foundation
import Testing

@testable import Conference

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Figures and videos of the story")
struct StoryMediaTests {
  @Test("figures are well-formed, small, without scripts, and of many kinds")
  func figures() throws {
    let papers = StoryTests.draft.papers
    let figures = papers.map { StoryFigure.svg(for: $0, seed: 7) }
    for svg in figures {
      #expect(svg.utf8.count < 6000)
      #expect(!svg.contains("<script"))
      #expect(svg.contains("viewBox=\"0 0 480 300\""))
      let parser = XMLParser(data: Data(svg.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
    #expect(Set(figures).count == papers.count)
  }

  @Test("a title with special characters cannot break a figure")
  func escaping() {
    let paper = Paper(id: "x", title: "A <script> & \"quotes\" for $a < b$")
    let parser = XMLParser(data: Data(StoryFigure.svg(for: paper, seed: 1).utf8))
    #expect(parser.parse())
  }

  @Test("every thumbnail that the draft refers to is written, and videos are real or absent")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("story-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let story = Story(seed: 2, papers: 12, today: StoryTests.today)
    let names = try story.write(mediaInto: folder.path)
    #expect(Set(story.draft().papers.compactMap(\.thumbnail)).isSubset(of: names))
    for name in names {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      #expect(data.count > 500)
      if name.hasSuffix(".mp4") {
        #expect(data.count < 400_000)
        #expect(data[4..<8] == Data("ftyp".utf8))
      }
    }
  }
}
