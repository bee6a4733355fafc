import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct HandEditTests {
  @Test("an import keeps the fields that were changed by hand, says so, and takes the others")
  func keeps() async throws {
    try await ScratchProgram.run { scratch in
      var folder = try await scratch.draft()
      var paper = folder.papers[0]
      paper.title = "By hand"
      try await scratch.put(paper)
      folder.papers[0].tldr = "From the folder"
      folder.papers[1].tldr = "From the folder"
      let changes = try await scratch.store.apply(folder, now: scratch.people.time.now)
      #expect(changes.handEdits == [Changes.HandEdit(kind: .paper, id: paper.id, fields: ["title"])])
      let stored = try await scratch.draft()
      #expect(stored.papers[0].title == "By hand" && stored.papers[0].tldr == "From the folder")
      #expect(stored.papers[1].tldr == "From the folder")
    }
  }

  @Test("asked to, an import overwrites what was changed by hand, for good")
  func overwrites() async throws {
    try await ScratchProgram.run { scratch in
      let folder = try await scratch.draft()
      var paper = folder.papers[0]
      paper.title = "By hand"
      try await scratch.put(paper)
      try await scratch.store.apply(folder, overwriting: true, now: scratch.people.time.now)
      let stored = try await scratch.draft()
      #expect(stored == folder)
      let changes = try await scratch.store.apply(folder, now: scratch.people.time.now)
      #expect(changes.isEmpty && changes.handEdits.isEmpty)
    }
  }

  @Test("what was added by hand survives pruning, what was removed by hand stays away")
  func addedAndRemoved() async throws {
    try await ScratchProgram.run { scratch in
      let folder = try await scratch.draft()
      let removed = EntryName(of: folder.answers[0])
      try await scratch.editor.edit(by: nil) { try $0.put(Paper(id: "late", title: "Late"), seen: .nothing) }
      try await scratch.editor.edit(by: nil) { try $0.remove(removed) }
      let changes = try await scratch.store.apply(folder, pruning: true, now: scratch.people.time.now)
      let stored = try await scratch.draft()
      #expect(stored.papers.contains { $0.id == "late" } && !stored.answers.contains { $0.id == removed.id })
      #expect(changes.handEdits == [Changes.HandEdit(kind: .answer, id: removed.id, fields: [])])
    }
  }

  @Test("once the folder says what was written by hand, the folder counts again")
  func agrees() async throws {
    try await ScratchProgram.run { scratch in
      var folder = try await scratch.draft()
      var paper = folder.papers[0]
      paper.title = "By hand"
      try await scratch.put(paper)
      folder.papers[0].title = "By hand"
      try await scratch.store.apply(folder, now: scratch.people.time.now)
      folder.papers[0].title = "Later, in the folder"
      let changes = try await scratch.store.apply(folder, now: scratch.people.time.now)
      let stored = try await scratch.draft()
      #expect(changes.handEdits.isEmpty && stored.papers[0].title == "Later, in the folder")
    }
  }

  @Test("a dry run tells every change field by field, and writes nothing")
  func differences() async throws {
    try await ScratchProgram.run { scratch in
      let before = try await scratch.draft()
      var folder = before
      folder.papers[0].title = "New title"
      folder.papers.append(Paper(id: "added", title: "Added"))
      let answer = folder.answers.removeLast()
      let seen = folder
      let changes = try await scratch.store.changes(pruning: true, for: nil) { _ in seen }
      #expect(
        changes.differences.map { "\($0.verb) \($0.id)" } == [
          "removed \(answer.id)", "changed \(before.papers[0].id)", "added added",
        ])
      #expect(changes.differences[1].fields.map(\.name) == ["title"])
      #expect(changes.differences[1].fields[0].before == before.papers[0].title)
      #expect(changes.differences[1].fields[0].after == "New title")
      let after = try await scratch.draft()
      #expect(after == before)
    }
  }
}
