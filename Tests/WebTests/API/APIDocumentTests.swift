import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct APIDocumentTests {
  @Test("the description tells of every address, and of nothing else, with a summary, a scope and what is answered")
  func complete() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let answer = try await client.get("/api/v1/openapi.json")
      #expect(answer.status == .ok && answer.headers[.contentType] == "application/json")
      let document = try JSONValue(json: Array(buffer: answer.body))
      #expect(document["openapi"] == "3.1.0")
      #expect(document["servers"] == [["url": "https://conference.example/api/v1"]])
      let paths = document["paths"]?.fields ?? [:]
      var described: Set<String> = []
      for (path, item) in paths {
        for (method, operation) in item.fields where method != "parameters" {
          described.insert("\(method.uppercased()) \(path)")
          for field in ["operationId", "summary", "description"] {
            #expect(operation[field]?.text?.isEmpty == false, "\(method) \(path) has no \(field)")
          }
          let statuses = Set((operation["responses"]?.fields ?? [:]).keys)
          #expect(statuses.isSuperset(of: ["400", "401", "403", "409", "429"]), "\(method) \(path)")
          // What is of the shape that is described is done, or refused as things stand.
          #expect(statuses.isDisjoint(with: ["422", "428"]), "\(method) \(path)")
          let headers = (operation["parameters"]?.items ?? []).filter { $0["in"] == "header" }
          #expect(headers.isEmpty || method == "get", "\(method) \(path) has conditions as parameters")
          #expect((operation["x-conditions"] != nil) == statuses.contains("412"), "\(method) \(path)")
        }
      }
      let served = Routes(story.site).all.filter(\.need.isToken).map {
        "\($0.method.rawValue) \($0.path.dropFirst("/api/v1".count))"
      }
      #expect(described == Set(served) && served.count == described.count && served.count > 60)
      let names = API.operations.map(\.name)
      #expect(Set(names).count == names.count)
    }
  }

  @Test("every name that the description points to is there")
  func references() throws {
    let document = APIDocument.value(address: "https://conference.example")
    let schemas = Set((document["components"]?["schemas"]?.fields ?? [:]).keys)
    var seen: Set<String> = []
    func look(_ value: JSONValue) {
      for (name, value) in value.fields {
        if name == "$ref", let text = value.text { seen.insert(text) }
        look(value)
      }
      for item in value.items ?? [] { look(item) }
    }
    look(document)
    #expect(seen.count > 15)
    for reference in seen {
      #expect(schemas.contains(reference.replacing("#/components/schemas/", with: "")), "\(reference)")
    }
  }

  @Test("an entry's shape has the fields that the entry has, and the story's entries are of it")
  func entries() async throws {
    try await StorySite.run(papers: 20) { _, story in
      let program = story.site.edition.program
      for resource in EntryResource.all {
        let entries = resource.list(program)
        #expect(!entries.isEmpty, "\(resource.noun)")
        for entry in entries {
          let value = try EntryJSON.value(entry)
          #expect(throws: Never.self, "\(value)") { try resource.shape.check(value, at: "") }
          #expect(try Revision(of: try EntryJSON.entry(value, kind: resource.kind)) == Revision(of: entry))
        }
        guard case .named(_, .object(let fields)) = resource.shape else {
          Issue.record("\(resource.noun) is no object")
          continue
        }
        // A field that is not known is told with all that are.
        let unknown = Result { try EntryJSON.entry(["nonsense": 1], kind: resource.kind) }
        guard case .failure(ConferenceError.invalid(_, _, let advice)) = unknown else {
          Issue.record("\(resource.noun) takes nonsense")
          continue
        }
        let known = Set(advice.replacing("use one of: ", with: "").split(separator: ", ").map(String.init))
        #expect(known == Set(fields.map(\.name)), "\(resource.noun)")
      }
    }
  }

  @Test("what is no address of the API, or not for this method, is a problem that says so")
  func elsewhere() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let program = try await story.program(client)
      for path in ["", "/", "/nowhere", "/people/x/y/z", "/program", "/program/papers/a/b"] {
        let reply = try await program.get(path)
        #expect(reply.status == 404 && reply.headers[.contentType] == "application/problem+json", "\(path)")
      }
      for (method, path, allowed) in [
        (HTTPRequest.Method.delete, "/people", "GET, HEAD, POST"), (.get, "/people/imports", "POST"),
        (.post, "/token", "GET, HEAD"), (.patch, "/people/x", "DELETE, GET, HEAD, PUT"),
        (.trace, "/record", "GET, HEAD"),
        (.options, "/program/papers/x", "DELETE, GET, HEAD, PATCH, PUT"), (.put, "/openapi.json", "GET, HEAD"),
        (.delete, "/program/conference", "GET, HEAD, PATCH, PUT"),
      ] {
        let reply = try await program.send(method, path)
        #expect(reply.status == 405 && reply.headers[.allow] == allowed, "\(method) \(path): \(reply.status)")
      }
    }
  }
}
