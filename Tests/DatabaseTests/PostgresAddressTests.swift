import ScratchDatabase
import Testing

@testable import Database

@Suite("PostgreSQL addresses")
struct PostgresAddressTests {
  @Test("an address is named by database, host, port and user, never by its password, however it is printed")
  func redaction() throws {
    let address = try PostgresAddress("postgres://ada:s3cret@db.example.org:6000/conf?sslmode=require&password=s3cret2")
    let quoted = "PostgreSQL database 'conf' (db.example.org, port 6000, user 'ada')"
    #expect(address.quoted == quoted)
    var dumped = ""
    dump(address, to: &dumped)
    for text in ["\(address)", String(reflecting: address), String(describing: Optional(address)), dumped] {
      #expect(text.contains(quoted) && !text.contains("s3cret"), "\(text)")
    }
    #expect(
      try PostgresAddress("postgresql://ada@/conf?host=/run/x").quoted.contains("(/run/x, port 5432, user 'ada')"))
  }

  @Test(
    "secrets are found wherever libpq takes them from an address",
    arguments: [
      ("postgres://ada:s3cret@db/conf", "postgres://ada:*@db/conf"),
      ("postgres://db/conf?user=ada&password=s3cret", "postgres://db/conf?user=ada&password=*"),
      ("postgres://db/conf?password=s3cret&user=ada", "postgres://db/conf?password=*&user=ada"),
      ("postgresql://db?p%61ssword=s3cret%26", "postgresql://db?p%61ssword=*"),
      ("postgres://db/conf?sslpassword=one&password=one", "postgres://db/conf?sslpassword=*&password=*"),
      ("postgres://ada:s?3cr@et@db/conf?password=é", "postgres://ada:*@db/conf?password=*"),
      ("postgres://ada:\u{301}secret@db/conf", "postgres://ada:*@db/conf"),
      ("postgres://ada@db:5432/conf?sslmode=require", "postgres://ada@db:5432/conf?sslmode=require"),
      ("sqlite:/var/lib/hatata", "sqlite:/var/lib/hatata"),
    ])
  func secrets(_ address: String, _ seen: String) {
    var bytes = Array(address.utf8)
    for range in AddressSecrets.ranges(in: address).reversed() { bytes.replaceSubrange(range, with: "*".utf8) }
    #expect(String(decoding: bytes, as: UTF8.self) == seen)
  }

  @Test("a server that says nothing goes behind the others, once for all who have waited for it")
  func hosts() throws {
    let hosts = try PostgresAddress("postgres://ada@a:1,b:2,c:3/conf").hosts
    #expect(hosts.current.parameters == ["host": "a,b,c", "port": "1,2,3"])
    for _ in 0..<2 { hosts.pass(0) }
    #expect(hosts.current.parameters == ["host": "b,c,a", "port": "2,3,1"])
    for silent in 1...2 { hosts.pass(silent) }
    #expect(hosts.current.parameters == ["host": "a,b,c", "port": "1,2,3"])
    let addresses = try PostgresAddress("postgres://ada@a,b/conf?hostaddr=127.0.0.1,127.0.0.2&port=6000").hosts
    addresses.pass(0)
    #expect(addresses.current.parameters == ["host": "b,a", "hostaddr": "127.0.0.2,127.0.0.1"])
  }

  @Test("one server stays the one that is asked")
  func oneHost() throws {
    let hosts = try PostgresAddress("postgres://ada@a:1/conf").hosts
    hosts.pass(0)
    #expect(hosts.count == 1 && hosts.current.first == 0 && hosts.current.parameters == [:])
  }

  @Test("a pooler that keeps a connection for its client is ours to know, and no parameter of libpq")
  func pooler() throws {
    let address = try PostgresAddress("postgres://ada@db/conf?sslmode=require&pooler=session")
    #expect(address.hasSessionPooler && address.parameters["sslmode"] == "require")
    #expect(try PostgresAddress("postgres://ada@db/conf?pooler=session").database == "conf")
    #expect(try !PostgresAddress("postgres://ada@db/conf").hasSessionPooler)
    #expect(throws: DatabaseError.self) { try PostgresAddress("postgres://ada@db/conf?pooler=transaction") }
  }

  @Test(
    "what is no address is refused without being repeated",
    arguments: [
      "", "s3cret", "host=db password=s3cret", "mysql://ada:s3cret@host/db", "postgres://ada:s3cret@host/db?s3cret=1",
      "postgres://ada:s3cret%zz@host/db", "postgres://[s3cret", "postgres://a/b\0s3cret",
      "POSTGRES://ada:s3cret@host/db",
    ])
  func refusal(_ text: String) {
    let error = #expect(throws: DatabaseError.self) { try PostgresAddress(text) }
    #expect(error?.kind == .misuse)
    #expect(error.map { "\($0)" }?.contains("s3cret") == false)
  }

  @Test("a server that is not there is told with its place")
  func nobody() throws {
    let error = #expect(throws: DatabaseError.self) {
      try Database.open(postgres: "postgres://ada:s3cret@127.0.0.1:1/conf")
    }
    #expect(error?.kind == .unavailable)
    #expect(error?.description.contains("'conf' (127.0.0.1, port 1, user 'ada') cannot be reached") == true)
    #expect(error?.description.contains("s3cret") == false)
  }

  @Test("a wrong password, user or database is one clear line", .enabled(if: PostgresCluster.isInstalled))
  func refused() throws {
    let cluster = try PostgresCluster.shared()
    try cluster.run(sql: "DROP ROLE IF EXISTS guarded")
    try cluster.run(sql: "CREATE ROLE guarded LOGIN PASSWORD 'r1ght'")
    for password in ["wr0ng", "", "'; --"] {
      let address = cluster.address(of: "postgres", user: "guarded:\(password.isEmpty ? "" : "wr0ng")")
      let error = #expect(throws: DatabaseError.self) { try Database.open(postgres: address, migrations: []) }
      #expect(error?.kind == .other)
      #expect(error?.problem == "refuses the user or the password")
      #expect(error?.description.contains("wr0ng") == false)
      #expect(error?.description.contains("\n") == false)
    }
    let missing = #expect(throws: DatabaseError.self) {
      try Database.open(postgres: cluster.address(of: "nowhere"), migrations: [])
    }
    #expect(missing?.problem == "does not exist")
    #expect(missing?.advice == "make it, for example with: createdb 'nowhere'")
    try Database.open(postgres: cluster.address(of: "postgres", user: "guarded:r1ght"), migrations: []).close()
  }
}
