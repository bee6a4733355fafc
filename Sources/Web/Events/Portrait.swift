import Conference
import Markup

/// A person's picture, or the initials where there is none.
enum Portrait {
  static func html(_ person: Person) -> HTML {
    person.image.map { picture($0, isFace: true) } ?? initials(person.name)
  }

  /// Faces are cut round; logos keep their shape.
  static func picture(_ reference: String, isFace: Bool) -> HTML {
    """
    <img class="portrait\(isFace ? "" : " is-whole")" src="\(url: Address.link(reference))" alt="" width="96" height="96" \
    loading="lazy">
    """
  }

  static func initials(_ name: String) -> HTML {
    "<span class=\"portrait initials\" aria-hidden=\"true\">\(letters(of: name))</span>"
  }

  /// The first letters of the first and the last name, without "Prof." and the like.
  private static func letters(of name: String) -> String {
    // "Presenter: Ruha Benjamin" is a name with a role before it.
    let plain = name.split(separator: ":").last ?? ""
    let words = plain.split(separator: " ").filter { word in
      !["dr", "prof", "profs"].contains(word.lowercased().filter(\.isLetter))
    }
    let letters = words.compactMap { word in word.first(where: \.isLetter) }
    return letters.count > 1 ? String([letters[0], letters[letters.count - 1]]) : String(letters)
  }
}
