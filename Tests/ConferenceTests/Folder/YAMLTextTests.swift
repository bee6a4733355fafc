import Testing

@testable import Conference

@Suite struct YAMLTextTests {
  @Test("maps, lists and block text are read in order")
  func tree() {
    let parsed = yaml("b:\n  - x: 1\n    y: [a, 'b', \"c\\n\"]\na: |\n  one\n  two\nc: >\n  one\n  two\n")
    #expect(parsed.tree == "{b: [{x: 1, y: [a, b, c\n]}], a: one\ntwo\n, c: one two\n}")
    #expect(parsed.lines == [])
  }

  @Test(
    "unquoted values stay the text that was written",
    arguments: [
      "No", "yes", "on", "True", "12:30:45", "2020-04-27", "2020-07-06_05:00:00", "1e3", "0x1F", "010", "1_000", ".inf",
      "14:00-14:30 GMT", "=",
    ])
  func plainText(text: String) {
    #expect(yaml("a: \(text)").tree == "{a: \(text)}")
    #expect(yaml("- \(text)").lines == [])
  }

  @Test("nothing, ~ and null are null unless quoted or named as text")
  func nulls() {
    let parsed = yaml("- ~\n- null\n-\n- Null\n- NULL\n- ''\n- 'null'\n- \"~\"\n- !!str null\n- nULL\n")
    #expect(parsed.tree == "[-, -, -, -, -, , null, ~, null, nULL]")
    #expect(parsed.lines == [])
  }

  @Test("places count lines and characters as an editor does, also after separators of lines that no editor counts")
  func yamlPlaces() {
    let parsed = yaml("# é\r\né🎓: x\r\nb: \"y\u{2028}z\u{85}w\"\nc:\n- 1\n-  {d: 2}\n")
    #expect(
      parsed.node.map(places) == ["2:1", "2:1", "2:5", "3:1", "3:4", "4:1", "5:1", "5:3", "6:4", "6:5", "6:8"])
    #expect(parsed.lines == [])
  }

  @Test("quoted text may continue at the start of the line")
  func continuation() {
    let parsed = yaml("a:\n  - b: \"one\n\ntwo\n  three\"\n    c: 1\n")
    #expect(parsed.tree == "{a: [{b: one\ntwo three, c: 1}]}")
    #expect(parsed.lines == [])
  }

  @Test("aliases repeat what an anchor names, and << takes over the fields that are not set")
  func aliases() {
    let parsed = yaml(
      "- &a {x: 1, y: 2}\n- *a\n- <<: *a\n  y: 3\n- <<: [{z: 4, x: 5}, *a]\n- &b text\n- *b : *b\n- '<<': q\n")
    #expect(
      parsed.tree
        == "[{x: 1, y: 2}, {x: 1, y: 2}, {y: 3, x: 1}, {z: 4, x: 5, y: 2}, text, {text: text}, {<<: q}]")
    #expect(parsed.lines == [])
  }

  @Test("the document markers and a version are accepted")
  func markers() {
    #expect(yaml("%YAML 1.1\n---\na: 1\n...\n").tree == "{a: 1}")
    #expect(yaml("--- text\n").tree == "text")
  }

  @Test("an empty file is a warning", arguments: ["", "# only a comment\n", "\n\n"])
  func empty(text: String) {
    let parsed = yaml(text)
    #expect(parsed.tree == "nothing")
    #expect(parsed.places == ["a.yml warning"])
  }

  @Test("the same table in three formats is the same tree")
  func sameTree() {
    let tree = "[{id: 1, title: On Trees, pages: 1e3}, {id: 2, title: No, pages: -}]"
    #expect(csv("id,title,pages\n1,On Trees,1e3\n2,No,\n").tree == tree)
    #expect(
      json(#"[{"id": "1", "title": "On Trees", "pages": 1e3}, {"id": 2, "title": "No", "pages": null}]"#).tree == tree)
    #expect(yaml("- {id: 1, title: On Trees, pages: 1e3}\n- id: '2'\n  title: No\n  pages:\n").tree == tree)
  }
}
