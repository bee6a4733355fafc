import Foundation
import Testing

@testable import Conference

@Suite(.enabled(if: Zones.isAvailable, "needs the time zone database (tzdata)"))
struct ZonesTests {
  private let moment = Instant(milliseconds: 1_588_082_400_000)

  private func ids(_ query: String) -> [String] {
    Zones.matching(query, at: moment).map(\.id)
  }

  @Test("a zone is found by its id in any case, also by an older one")
  func named() {
    #expect(Zones.named("Africa/Lagos")?.id == "Africa/Lagos")
    #expect(Zones.named("africa/LAGOS")?.id == "Africa/Lagos")
    #expect(Zones.named("Asia/Calcutta")?.offset(at: moment) == 19_800)
    #expect(Zones.named("US/Pacific")?.offset(at: moment) == -25_200)
    #expect(Zones.named("GMT")?.offset(at: moment) == 0)
    #expect(Zones.named("utc") == .utc)
  }

  @Test(
    "no text leads out of the folder or to a file that is no zone",
    arguments: [
      "", "/", "..", "../passwd", "../../../etc/passwd", "/etc/passwd", "Africa/../Africa/Lagos", "Africa", "Africa/",
      "/Africa/Lagos", "Africa//Lagos", "tzdata.zi", "zone.tab", "leapseconds", "right/Africa/Lagos", "localtime",
      "posix/Africa/Lagos", "posixrules", "Factory", "Africa/Lagos\u{0}", "Africa/Lagos ", "a/b/c/d",
      "Atlantis/Poseidon", "Africa\\Lagos", "%2e%2e", "Äfrica/Lagos", String(repeating: "A", count: 100_000),
    ])
  func refused(id: String) {
    #expect(Zones.named(id) == nil)
  }

  @Test(
    "offsets and abbreviations are understood as the fixed offset that they say",
    arguments: [
      ("UTC+3", "UTC+3"), ("GMT-7", "UTC-7"), ("+05:30", "UTC+5:30"), ("utc +3", "UTC+3"), ("UTC−3", "UTC-3"),
      ("+0530", "UTC+5:30"), ("UTC+0", "UTC"), ("PST", "UTC-8"), ("pdt", "UTC-7"), ("EST", "UTC-5"), ("EDT", "UTC-4"),
      ("CET", "UTC+1"), ("CEST", "UTC+2"), ("JST", "UTC+9"), ("EAT", "UTC+3"), ("AoE", "UTC-12"), ("Z", "UTC"),
      ("GMT", "UTC"), (" UTC ", "UTC"), ("africa/lagos", "Africa/Lagos"), ("US/Pacific", "US/Pacific"),
    ])
  func understood(text: String, id: String) throws {
    let zone = try #require(Zones.understood(text))
    #expect(zone.id == id)
    #expect(Zones.named(zone.id) == zone)
    #expect(Zones.named(zone.id)?.offset(at: moment) == zone.offset(at: moment))
  }

  @Test("what means several offsets, or none, is not understood")
  func notUnderstood() {
    for text in ["", "CST", "IST", "BST", "AST", "UTC+15", "UTC-13", "+", "3", "UTC+5:60", "Lagos", "UTC+3 x"] {
      #expect(Zones.understood(text) == nil, "\(text)")
    }
  }

  @Test("every listed zone can be read, in order and once")
  func all() {
    let names = Zones.all
    #expect(names.count > 400)
    #expect(names.map(\.id) == Set(names.map(\.id)).sorted())
    for name in names { #expect(Zones.named(name.id)?.city == name.city, "\(name.id)") }
  }

  @Test("the list has places with their countries, older names without, and no misleading ones")
  func countries() {
    let countries = Dictionary(uniqueKeysWithValues: Zones.all.map { ($0.id, $0.country) })
    #expect(countries["Asia/Kolkata"] == "India")
    #expect(countries["Asia/Calcutta"] == "")
    #expect(countries["Africa/Accra"] == "Ghana")
    #expect(countries["US/Pacific"] == "")
    #expect(countries["UTC"] == "")
    for id in ["posix/Africa/Lagos", "right/UTC", "Etc/GMT+5", "GMT0", "Factory", "localtime"] {
      #expect(countries[id] == nil, "\(id)")
    }
  }

  @Test("zones are searched by city, country and id, without regard to diacritics")
  func searching() {
    #expect(ids("lagos").first == "Africa/Lagos")
    #expect(ids("são paulo").first == "America/Sao_Paulo")
    #expect(ids("Bogota\u{301}").first == "America/Bogota")
    #expect(Set(ids("sao").prefix(2)) == ["America/Sao_Paulo", "Africa/Sao_Tome"])
    #expect(ids("buenos").first == "America/Argentina/Buenos_Aires")
    #expect(ids("india").first == "Asia/Kolkata")
    #expect(!ids("india").contains("Asia/Calcutta"), "the same zone is there once")
    #expect(ids("Cote d'Ivoire").first == "Africa/Abidjan")
    #expect(ids("côte d’ivoire").first == "Africa/Abidjan")
    #expect(ids("us pacific").contains("US/Pacific"))
    #expect(ids("America/Argentina").contains("America/Argentina/Salta"))
    #expect(ids("utc").first == "UTC")
  }

  @Test(
    "a country is found by the names that people have for it, and a zone by those of its time",
    arguments: [
      ("USA", "America/New_York"), ("us", "America/New_York"), ("england", "Europe/London"),
      ("Great Brit", "Europe/London"),
      ("London, England", "Europe/London"), ("holland", "Europe/Amsterdam"), ("UAE", "Asia/Dubai"),
      ("south korea", "Asia/Seoul"), ("turkiye", "Europe/Istanbul"), ("pst", "America/Los_Angeles"),
      ("PDT", "America/Los_Angeles"), ("eastern time", "America/New_York"), ("CEST", "Europe/Paris"),
      ("IST", "Asia/Kolkata"),
      ("IST", "Asia/Jerusalem"),
    ])
  func otherNames(query: String, zone: String) {
    #expect(ids(query).contains(zone))
  }

  @Test(
    "a country's zones stand before cities that begin with its name, and the zone of a time before what is called so")
  func otherNamesFirst() {
    #expect(Set(Zones.matching("us", at: moment).prefix(5).map(\.country)) == ["United States"])
    #expect(ids("uk").first == "Europe/London")
    #expect(ids("pst").first == "America/Los_Angeles")
    #expect(ids("est").first == "America/New_York")
  }

  @Test(
    "one typing error is forgiven in a name of four letters and more that nothing is called",
    arguments: [
      ("berln", ["Europe/Berlin", "Europe/Zurich"]), ("lagso", ["Africa/Lagos"]), ("lagosx", ["Africa/Lagos"]),
      ("japn", ["Asia/Tokyo"]),
      ("new yrok", ["America/New_York"]), ("tokio", ["Asia/Tokyo"]), ("englnd", ["Europe/London"]),
      ("munch", ["Europe/Berlin"]),
    ])
  func typingErrors(query: String, zones: [String]) { #expect(ids(query) == zones) }

  @Test("zones are searched by their offset at the time")
  func searchingOffsets() {
    #expect(ids("utc+3").contains("Africa/Addis_Ababa"))
    #expect(ids("+3").contains("Europe/Moscow"))
    #expect(ids("UTC−3") == ids("-3"))
    #expect(ids("gmt+5:30").prefix(2) == ["Asia/Colombo", "Asia/Kolkata"])
    #expect(ids("+1").contains("Europe/London"))
    let winter = Zones.matching("+1", at: Instant(milliseconds: 1_577_836_800_000)).map(\.id)
    #expect(!winter.contains("Europe/London"))
  }

  @Test("a search finds at most 50, and nothing for nothing")
  func searchBounds() {
    #expect(ids("a").count == 50)
    for query in ["", " ", "-", "''", "zzzz", "lagosxy", "lgs", String(repeating: "a", count: 5000)] {
      #expect(ids(query) == [], "\(query.prefix(20))")
    }
  }

  @Test("without a folder of zones only UTC and fixed offsets are known")
  func missing() throws {
    let library = ZoneLibrary(ZoneDirectory(path: "/nonexistent/zoneinfo"))
    #expect(library.directory == nil)
    #expect(library.table.names.map(\.id) == ["UTC"])
    #expect(library.named("Africa/Lagos") == nil)
    #expect(library.named("utc") == .utc)
    #expect(library.named("UTC-7")?.offset(at: moment) == -25_200)
    #expect(library.matching("utc", at: moment).map(\.id) == ["UTC"])
  }

  @Test("an older name without a file of its own is read through the table")
  func linkWithoutFile() throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "zones-\(UUID().uuidString)")
    try manager.createDirectory(at: folder.appending(path: "Asia"), withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    let source = URL(filePath: try #require(Zones.directory)).appending(path: "Asia/Kolkata")
    try Data(contentsOf: source).write(to: folder.appending(path: "Asia/Kolkata"))
    let table = "# version x\nZ Asia/Kolkata 5:30 - IST\nL Asia/Kolkata Asia/Calcutta\nL B A\nL A B\nL Nowhere C\nL\n"
    try Data(table.utf8).write(to: folder.appending(path: "tzdata.zi"))
    let library = ZoneLibrary(ZoneDirectory(path: folder.path()))
    #expect(library.named("asia/calcutta")?.offset(at: moment) == 19_800)
    #expect(library.named("A") == nil)
    #expect(library.named("C") == nil)
  }

  @Test("many tasks may ask at once")
  func concurrency() async {
    let names = Zones.all.prefix(100).map(\.id)
    let library = ZoneLibrary(.ofThisMachine)
    let offsets = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<8 { group.addTask { names.map { library.named($0)?.offset(at: moment) ?? -1 } } }
      return await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(offsets.count == 1)
    #expect(offsets.first?.contains(-1) == false)
  }
}
