import Foundation
import Testing

@testable import Conference

/// The data of real conferences, which is not a part of the repository.
enum RealFolders {
  static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared/data").standardized
    .path
  static var exist: Bool { FileManager.default.fileExists(atPath: root) }
}

@Suite(.enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"))
struct RealFoldersTests {
  private func tables(_ name: String) throws -> (tables: [String: Table], problems: Problems) {
    let folder = try ConferenceFolder(path: RealFolders.root + "/" + name)
    var problems = Problems()
    problems.append(contentsOf: folder.problems)
    var tables: [String: Table] = [:]
    for file in folder.names where ["csv", "tsv", "json", "yml"].contains(URL(fileURLWithPath: file).pathExtension) {
      tables[file] = folder.table(file: file, problems: &problems)
    }
    return (tables, problems)
  }

  @Test(
    "every file of a real conference is read without an error",
    arguments: [
      ("iclr2020", 17), ("iclr2020/sitedata", 16), ("iclr2020-miniconf", 9), ("acl2020", 55),
    ])
  func errors(name: String, count: Int) throws {
    let (tables, problems) = try tables(name)
    #expect(problems.errors == [])
    #expect(tables.count == count)
  }

  @Test("the records of ICLR 2020 are found in its JSON, YAML and TSV files")
  func iclr() throws {
    let (tables, problems) = try tables("iclr2020/sitedata")
    #expect(tables["papers.json"]?.records().count == 687)
    #expect(tables["poster_schedule.yml"]?.records().count == 20)
    #expect(tables["speakers.yml"]?.records(under: ["speakers"]).count == 8)
    #expect(tables["socials.yml"]?.records(under: ["socials"]).count == 20)
    #expect(tables["workshops.yml"]?.records(under: ["workshops"]).count == 15)
    #expect(tables["sponsors.tsv"]?.records().count == 17)
    #expect(
      problems.warnings.map(\.place.description) == [
        "expos.yml:11:7", "expos.yml:21:7", "expos.yml:28:7", "expos.yml:39:7",
      ])
    #expect(tables["expos.yml"]?.records(under: ["expos"]).first?.text("slides_live") == "38926921")
  }

  @Test("a paper's nested content is laid flat")
  func paper() throws {
    let (tables, _) = try tables("iclr2020/sitedata")
    let paper = try #require(tables["papers.json"]?.records().first).flattened("content")
    #expect(paper.key == "rkgt0REKwS")
    #expect(paper.list("keywords").first == "curriculum learning")
    #expect(paper.text("TL;DR") == "A novel loss bridges curriculum learning and robust learning")
  }

  @Test("the same papers are in ICLR's two formats")
  func sameIDs() throws {
    let (site, _) = try tables("iclr2020/sitedata")
    let (mini, _) = try tables("iclr2020-miniconf")
    let keys = site["papers.json"]?.records().compactMap(\.key) ?? []
    let ids = mini["papers.csv"]?.records().compactMap { $0.text("UID") } ?? []
    #expect(Set(keys) == Set(ids))
    #expect(ids.count == 687)
  }

  @Test("ACL 2020's paper files hold its 907 papers")
  func acl() throws {
    let (tables, problems) = try tables("acl2020")
    let papers = ["main", "demo", "srw", "tacl", "cl"].map { tables["\($0)_papers.csv"]?.records().count ?? 0 }
    #expect(papers.reduce(0, +) == 907)
    #expect(problems.isEmpty)
  }
}
