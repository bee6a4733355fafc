import Conference
import Testing

@testable import Web

@Suite struct AccentTests {
  @Test("any colour becomes readable on light and on dark paper")
  func contrast() throws {
    let light = try #require(Accent.Color("#FBF8F3"))
    let dark = try #require(Accent.Color("#1D2125"))
    for step in stride(from: 0, through: 0xFFFFFF, by: 65_521) {
      let digits = String(step, radix: 16)
      let sheet = try #require(Accent.sheet("#" + String(repeating: "0", count: 6 - digits.count) + digits))
      let colors = sheet.matches(of: /--accent: (#[0-9a-f]{6})/).compactMap { Accent.Color(String($0.1)) }
      #expect(colors.count == 2)
      #expect(colors[0].contrast(with: light) >= 6.4)
      #expect(colors[1].contrast(with: dark) >= 6.4)
    }
  }

  @Test("the contrast of black on white is 21, as WCAG defines it")
  func known() throws {
    let (black, white) = (try #require(Accent.Color("#000000")), try #require(Accent.Color("#FFFFFF")))
    #expect(abs(black.contrast(with: white) - 21) < 0.001)
    #expect(Accent.sheet("red") == nil)
  }
}
