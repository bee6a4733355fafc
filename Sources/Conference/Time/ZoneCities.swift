/// Large cities, and those of universities, that no zone is named after, so that people find theirs by what they type.
enum ZoneCities {
  /// City and zone.
  static let zones: [(city: String, zone: String)] = names.flatMap { zone, cities in
    cities.split(separator: ",").map { (city: String($0.drop { $0 == " " }), zone: zone) }
  }

  private static let names: KeyValuePairs<String, String> = [
    "Africa/Accra": "Kumasi, Tamale",
    "Africa/Cairo": "Alexandria, Giza, Sharm el-Sheikh",
    "Africa/Casablanca": "Marrakesh, Rabat",
    "Africa/Johannesburg": "Cape Town, Durban, Pretoria",
    "Africa/Lagos": "Abuja, Ibadan, Kano",
    "Africa/Nairobi": "Mombasa",
    "America/Bogota": "Cali, Medellín",
    "America/Chicago": "Austin, Dallas, Houston, Minneapolis, New Orleans, San Antonio",
    "America/Denver": "Salt Lake City",
    "America/Edmonton": "Calgary",
    "America/Guayaquil": "Quito",
    "America/Lima": "Cusco",
    "America/Los_Angeles": "Las Vegas, Palo Alto, Portland, San Diego, San Francisco, San Jose, Seattle, Stanford",
    "America/Mexico_City": "Guadalajara, Oaxaca",
    "America/New_York": """
    Atlanta, Baltimore, Boston, Miami, Orlando, Philadelphia, Pittsburgh, Princeton, Raleigh, Washington
    """,
    "America/Santiago": "Valparaíso",
    "America/Sao_Paulo": "Belo Horizonte, Brasília, Campinas, Porto Alegre, Rio de Janeiro",
    "America/Toronto": "Montreal, Ottawa, Quebec City",
    "Asia/Dhaka": "Chittagong",
    "Asia/Ho_Chi_Minh": "Hanoi",
    "Asia/Jakarta": "Bandung, Surabaya",
    "Asia/Jerusalem": "Tel Aviv",
    "Asia/Karachi": "Islamabad, Lahore",
    "Asia/Kolkata": "Ahmedabad, Bangalore, Bengaluru, Chennai, Delhi, Hyderabad, Kanpur, Mumbai, New Delhi, Pune",
    "Asia/Makassar": "Bali",
    "Asia/Manila": "Cebu",
    "Asia/Riyadh": "Jeddah, Mecca",
    "Asia/Seoul": "Busan, Daejeon",
    "Asia/Shanghai": """
    Beijing, Chengdu, Chongqing, Guangzhou, Hangzhou, Harbin, Nanjing, Shenzhen, Suzhou, Tianjin, Wuhan, \
    Xi'an
    """,
    "Asia/Tokyo": "Fukuoka, Kobe, Kyoto, Nagoya, Osaka, Sendai, Yokohama",
    "Asia/Yangon": "Naypyidaw",
    "Australia/Sydney": "Canberra",
    "Europe/Amsterdam": "Delft, Eindhoven, Rotterdam, The Hague, Utrecht",
    "Europe/Athens": "Thessaloniki",
    "Europe/Belgrade": "Novi Sad",
    "Europe/Berlin": """
    Bonn, Bremen, Cologne, Dresden, Düsseldorf, Frankfurt, Freiburg, Hamburg, Heidelberg, Karlsruhe, \
    Leipzig, Munich, Potsdam, Stuttgart, Tübingen
    """,
    "Europe/Brussels": "Antwerp, Ghent, Leuven",
    "Europe/Dublin": "Cork",
    "Europe/Helsinki": "Tampere",
    "Europe/Istanbul": "Ankara, Antalya, Izmir",
    "Europe/Kyiv": "Kharkiv",
    "Europe/Lisbon": "Porto",
    "Europe/London": "Birmingham, Bristol, Edinburgh, Glasgow, Leeds, Liverpool, Manchester, Nottingham, Oxford",
    "Europe/Madrid": "Barcelona, Bilbao, Granada, Seville, Valencia",
    "Europe/Moscow": "Kazan, Saint Petersburg",
    "Europe/Oslo": "Trondheim",
    "Europe/Paris": "Bordeaux, Grenoble, Lyon, Marseille, Montpellier, Nice, Strasbourg, Toulouse",
    "Europe/Rome": "Bologna, Florence, Genoa, Milan, Naples, Pisa, Trento, Trieste, Turin, Venice",
    "Europe/Stockholm": "Gothenburg, Malmö, Uppsala",
    "Europe/Vienna": "Graz",
    "Europe/Warsaw": "Kraków, Poznań, Wrocław",
    "Europe/Zurich": "Basel, Bern, Geneva, Lausanne",
    "Pacific/Auckland": "Christchurch, Wellington",
  ]
}
