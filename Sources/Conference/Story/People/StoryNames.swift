/// Given and family names that go together.
struct StoryNames: Sendable {
  var given: [String]
  var family: [String]
  /// Whether the family name is written first.
  var startsWithFamily: Bool

  init(_ given: String, _ family: String, startsWithFamily: Bool = false) {
    self.given = Self.names(given)
    self.family = Self.names(family)
    self.startsWithFamily = startsWithFamily
  }

  func name(_ dice: inout StoryDice, extra: Int) -> String {
    var first = dice.pick(given)
    if extra > 0 { first += " " + (extra.isMultiple(of: 2) ? dice.pick(given) : dice.pick(Self.initials) + ".") }
    let last = dice.pick(family)
    return startsWithFamily ? "\(last) \(first)" : "\(first) \(last)"
  }

  /// Names stand apart by spaces; a point in the middle joins the parts of one name.
  private static func names(_ text: String) -> [String] {
    text.split(separator: " ").map { String($0.map { $0 == "·" ? " " : $0 }) }
  }

  private static let initials = "ABCDEFGHIJKLMNOPRSTVWYZ".map(String.init)
}

extension StoryNames {
  static let ethiopian = StoryNames(
    "Tigist Dawit Selam Bekele Hirut Yonas Meron Tesfaye Rahel Getachew Eden Mulugeta Liya Samrawit",
    "Alemu Tadesse Bekele Woldemariam Gebremedhin Haile Desta Abera Mengistu Teshome Kebede Lemma Assefa Ayele")
  static let igbo = StoryNames(
    "Chinedu Ifeoma Obinna Ngozi Emeka Chiamaka Uchenna Kelechi Amara Ikenna Nkechi Chukwudi Oluchi Somtochukwu",
    "Eze Nwosu Okafor Nnamdi Onyekachi Uzoma Ibekwe Anyanwu Obi Nwachukwu Ogbonna Chukwu Umeh Iroegbu")
  static let yoruba = StoryNames(
    "Olúwaṣeun Fúnmiláyọ̀ Babatunde Yétúndé Ayọ̀délé Tèmítọ́pẹ́ Kẹ́hìndé Bọ́lánlé Adébáyọ̀ Títílayọ̀ Damilola Ọlámidé",
    "Adéyẹmí Ògúnlékè Akíntọ́lá Balógun Ọlátúnjí Fálọlá Adésínà Ọ̀ṣúndáre Oyèwọlé Àjàyí Ìdòwú Olúwalógbọ́n")
  static let ghanaian = StoryNames(
    "Kwame Akosua Kofi Abena Yaw Efua Kojo Ama Kwabena Adwoa Esi Nana",
    "Mensah Boateng Owusu Asante Agyeman Osei Amoah Darko Appiah Sarpong Tetteh Quaye")
  static let swahili = StoryNames(
    "Wanjiku Juma Achieng Baraka Neema Omondi Zawadi Mwangi Amani Njeri Otieno Rehema",
    "Kamau Odhiambo Mwakasege Njoroge Mushi Wekesa Kimaro Ochieng Mutua Chebet Barasa Massawe")
  static let rwandan = StoryNames(
    "Jean-Bosco Clarisse Olivier Solange Patrick Diane Emmanuel Grace Eric Josiane Aline Innocent",
    "Uwimana Habimana Mukamana Niyonzima Ishimwe Nsengiyumva Ingabire Mugisha Uwase Bizimana Iradukunda Kayitesi")
  static let senegalese = StoryNames(
    "Aïssatou Mamadou Fatou Cheikh Awa Ousmane Mariama Ibrahima Khady Modou Ndèye Abdoulaye",
    "Diop Ndiaye Fall Sarr Diallo Bâ Faye Sow Cissé Gueye Traoré Keïta")
  static let southAfrican = StoryNames(
    "Thandeka Sipho Nomvula Lerato Kagiso Anele Johannes Zanele Tshepo Lindiwe Pieter Naledi",
    "Dlamini Nkosi Mokoena Khumalo Molefe Naidoo Botha Mthembu Sithole Ndlovu Pillay Zulu")
  static let arabic = StoryNames(
    "Yasmine Omar Layla Karim Nour Hassan Amina Tariq Salma Youssef Rania Bilal",
    "El-Masry Haddad Benali Mansour Al-Rashid Khoury Bouazizi Nasser Cherkaoui Saleh Belkacem Darwish")
  static let arabicScript = StoryNames(
    "ليلى عمر نور سلمى يوسف رانيا كريم أمينة", "حداد المصري منصور خوري الراشد درويش بن‌علي صالح")
  static let hebrew = StoryNames(
    "Noa Eitan Tamar Yonatan Shira Amit Michal Oren Yael Gal",
    "Ben-Haim Shapira Mizrahi Peleg Avrahami Levin Katz Dayan Golan Sasson")
  static let hebrewScript = StoryNames("נועה איתן תמר יונתן שירה עמית", "שפירא מזרחי פלג אברהמי לוין גולן")
  static let persian = StoryNames(
    "Parisa Arash Niloufar Kaveh Shirin Babak Maryam Reza Golnaz Siavash Leila Farhad",
    "Rostami Karimi Hosseinzadeh Ahmadi Tehrani Moradi Sadeghi Jafari Ebrahimi Farrokhzad Kazemi Shirazi")
  static let persianScript = StoryNames("پریسا آرش نیلوفر کاوه شیرین بابک", "رستمی کریمی احمدی مرادی صادقی کاظمی")
  static let turkish = StoryNames(
    "Ayşe Mehmet Elif Çağrı Zeynep Emre Gülşen Oğuz Şebnem Barış İpek Tolga",
    "Yılmaz Öztürk Şahin Çelik Kılıç Aydın Güneş Doğan Koçak Erdoğdu Aksoy Taşkın")
  static let georgian = StoryNames(
    "Nino Giorgi Tamar Levan Ketevan Irakli Mariam Zurab Eka Davit",
    "Beridze Kapanadze Gelashvili Lomidze Maisuradze Tsiklauri Japaridze Nozadze Abashidze Khutsishvili")
  static let indian = StoryNames(
    "Ananya Rohan Priya Arjun Kavya Vikram Meera Siddharth Lakshmi Aditya Divya Nikhil Sneha Harish",
    "Iyer Sharma Reddy Banerjee Patel Krishnan Deshpande Mukherjee Nair Chatterjee Gupta Menon Joshi Rao")
  static let bengali = StoryNames(
    "Nusrat Tanvir Farhana Rafiq Sadia Imran Shirin Mahbub Tahmina Arif",
    "Rahman Chowdhury Hossain Akter Karim Islam Sarkar Ahmed Talukder Haque")
  static let sinhala = StoryNames(
    "Dilini Kasun Nadeesha Ruwan Chathura Sanduni Thilina Ishara Nimal Hasini",
    "Perera Wijesinghe Jayawardena Gunaratne Fernando Bandara Rajapaksha Senanayake Dissanayake Silva")
  static let nepali = StoryNames(
    "Sunita Bishal Pratima Sagar Anjali Kiran Ramesh Sabina Dipendra Asmita",
    "Shrestha Gurung Adhikari Tamang Thapa Maharjan Poudel Karki Rai Bhattarai")
  static let pakistani = StoryNames(
    "Ayesha Bilal Hina Usman Sana Faisal Zainab Hamza Maryam Asad",
    "Khan Qureshi Malik Siddiqui Baloch Chaudhry Mirza Afridi Bukhari Shah")
}
