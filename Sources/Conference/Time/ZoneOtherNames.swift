/// What people type for a country or a zone besides the names that the IANA tables give.
enum ZoneOtherNames {
  /// - Parameter country: as iso3166.tab calls it.
  static func ofCountry(_ country: String) -> [String] { split(countries[country]) }

  /// Names of its time; several zones may share one.
  static func ofZone(_ id: String) -> [String] { split(zones[id]) }

  private static func split(_ names: String?) -> [String] {
    (names ?? "").split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  private static let countries = [
    "Bosnia & Herzegovina": "Bosnia and Herzegovina",
    "Britain (UK)": "UK, United Kingdom, Great Britain, England, Scotland, Wales, Northern Ireland",
    "Cape Verde": "Cabo Verde", "Congo (Dem. Rep.)": "DRC, DR Congo, Democratic Republic of the Congo",
    "Czech Republic": "Czechia", "Côte d'Ivoire": "Ivory Coast", "East Timor": "Timor-Leste", "Germany": "Deutschland",
    "Netherlands": "Holland, The Netherlands", "Spain": "España", "Switzerland": "Schweiz, Suisse",
    "Turkey": "Türkiye", "United Arab Emirates": "UAE", "United States": "USA, US, United States of America",
    "Vatican City": "Holy See", "Vietnam": "Viet Nam",
  ]

  private static let zones = [
    "Africa/Johannesburg": "SAST", "Africa/Lagos": "WAT", "Africa/Maputo": "CAT", "Africa/Nairobi": "EAT",
    "America/Anchorage": "AKST, AKDT", "America/Argentina/Buenos_Aires": "ART",
    "America/Chicago": "CST, CDT, CT, Central Time", "America/Denver": "MST, MDT, MT, Mountain Time",
    "America/Halifax": "AST, ADT, Atlantic Time", "America/Los_Angeles": "PST, PDT, PT, Pacific Time",
    "America/New_York": "EST, EDT, ET, Eastern Time", "America/Sao_Paulo": "BRT", "Asia/Hong_Kong": "HKT",
    "Asia/Jerusalem": "IST, IDT", "Asia/Kolkata": "IST", "Asia/Manila": "PHT", "Asia/Seoul": "KST",
    "Asia/Shanghai": "CST", "Asia/Singapore": "SGT", "Asia/Tokyo": "JST", "Australia/Adelaide": "ACST, ACDT",
    "Australia/Perth": "AWST", "Australia/Sydney": "AEST, AEDT", "Europe/Athens": "EET, EEST",
    "Europe/Berlin": "CET, CEST", "Europe/Dublin": "IST", "Europe/Helsinki": "EET, EEST",
    "Europe/Lisbon": "WET, WEST", "Europe/London": "BST", "Europe/Moscow": "MSK", "Europe/Paris": "CET, CEST",
    "Pacific/Auckland": "NZST, NZDT", "Pacific/Honolulu": "HST",
  ]
}
