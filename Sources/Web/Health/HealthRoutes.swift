import HTTPTypes
import Hummingbird

extension Routes {
  /// For load balancers: whether the program runs, and whether it can answer.
  func addHealth(_ site: Site) {
    on(.get, "health/live", .door) { _, _ in
      Response(status: .ok, headers: [.contentType: "text/plain"], body: .init(byteBuffer: .init(string: "alive\n")))
    }
    on(.get, "health/ready", .door) { _, _ in
      let isReady = await site.readiness.isReady()
      return Response(
        status: isReady ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain"],
        body: .init(byteBuffer: .init(string: isReady ? "ready\n" : "the database does not answer\n")))
    }
  }
}
