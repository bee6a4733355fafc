import ScratchDatabase
import Testing

@Suite("What tests need")
struct InstalledTests {
  @Test("PostgreSQL is here, so that all is tested on it too, unless HATATA_WITHOUT_POSTGRES is set")
  func postgres() {
    #expect(PostgresCluster.isInstalled || PostgresCluster.mayBeMissing)
  }
}
