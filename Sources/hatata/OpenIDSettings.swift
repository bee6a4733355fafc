import ArgumentParser
import Conference
import Foundation

/// The providers of OpenID Connect that DIR/settings.json names under "openid", by the words that name them in addresses.
struct OpenIDSettings {
  let providers: [OpenIDProvider]

  private struct File: Decodable {
    let openid: [String: Entry]?
  }

  private struct Entry: Decodable {
    let name: String
    let issuer: String
    let client: String
  }

  /// - Parameter settings: where secrets come from, so that they may stand in the environment: HATATA_OPENID_ORCID_SECRET.
  init(_ settings: Settings, in data: DataFolder) throws {
    guard let bytes = FileManager.default.contents(atPath: data.settingsPath) else {
      providers = []
      return
    }
    do {
      providers = try (JSONDecoder().decode(File.self, from: bytes).openid ?? [:]).sorted {
        $0.value.name < $1.value.name
      }.map { id, entry in
        try OpenIDProvider(
          id: id, name: entry.name, issuer: entry.issuer, client: entry.client,
          secret: settings.text("openid.\(id).secret", isSecret: true))
      }
    } catch is DecodingError {
      throw ValidationError(
        """
        \(data.settingsPath): write "openid" as {"orcid": {"name": "ORCID", "issuer": "https://orcid.org", "client": "APP-..."}}
        """)
    }
  }
}
