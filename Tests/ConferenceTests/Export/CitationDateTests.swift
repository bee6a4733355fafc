import Testing

@testable import Conference

@Suite struct CitationDateTests {
  @Test(
    "the date of publication is told as Google Scholar reads it, as a day or a year, whatever is written",
    arguments: [
      ("2020/7/5", "2020/7/5"), ("2020/07/05", "2020/07/05"), ("2020", "2020"), ("July 2020", "2020/7/5"),
      ("2020/07", "2020/7/5"),
      ("2020-07-06", "2020/7/5"), ("2019/12", "2019"), ("٢٠٢٠", "2020/7/5"), (nil, "2020/7/5"),
    ] as [(String?, String)])
  func forms(written: String?, told: String) {
    var info = ConferenceInfo(id: "c", name: "Conf")
    (info.start, info.citationDate) = (Day(iso: "2020-07-05"), written)
    #expect(info.publicationDate == told)
  }

  @Test("without days, the year is told where it is known")
  func noDays() {
    var info = ConferenceInfo(id: "c", name: "Conf")
    #expect(info.publicationDate == nil)
    info.citationDate = "2020/07"
    #expect(info.publicationDate == "2020")
    info.citationDate = "July"
    #expect(info.publicationDate == nil)
  }
}
