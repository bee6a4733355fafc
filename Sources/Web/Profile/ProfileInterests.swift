import Conference
import Markup

/// Where somebody chooses what interests them: the most frequent keywords of papers are there to be picked, all others to be typed.
enum ProfileInterests {
  /// So many are there to be picked at first.
  private static let most = 24

  /// - Parameter old: what is stored, of which also what is unticked is still to be seen.
  static func html(_ form: ProfileForm, _ old: Profile, _ visit: Visit, tick: HTML) -> HTML {
    let words = Interests(visit.program).words
    let chosen = old.interests + form.interests.filter { !old.interests.contains($0) }
    let chips = chosen + words.prefix(most).filter { !chosen.contains($0) }
    guard !chips.isEmpty else { return .empty }
    return """
      <fieldset class="interests" data-interests aria-describedby="interests-hint"><legend>Interests</legend>
      <p class="muted" id="interests-hint">Up to \(Interests.most) keywords of papers.</p>
      <div class="chips">\(chips.map { chip($0, isTicked: form.interests.contains($0)) })</div>
      \(HTML.when(words.count > most || form.moreInterests != nil, others(form, words)))
      \(tick)</fieldset>
      """
  }

  private static func chip(_ word: String, isTicked: Bool) -> HTML {
    """
    <label class="chip"><input type="checkbox" name="interest" value="\(word)"\(HTML.when(isTicked, " checked"))><span class="chip-body" dir="auto">\(word)</span></label>
    """
  }

  private static func others(_ form: ProfileForm, _ words: [String]) -> HTML {
    """
    <label for="more-interests">Other keywords, with commas between them</label>
    <input class="field" id="more-interests" name="more-interests" list="keywords" maxlength="2000" autocomplete="off" dir="auto" value="\(form.moreInterests ?? "")">
    <datalist id="keywords">\(words.map { "<option value=\"\($0)\"></option>" as HTML })</datalist>
    """
  }
}
