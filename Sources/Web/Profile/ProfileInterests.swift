import Conference
import Markup

/// Where somebody chooses what interests them: of all keywords that papers have.
enum ProfileInterests {
  /// - Parameter old: what is stored, of which also what is unticked is still to be seen.
  static func html(_ form: ProfileForm, _ old: Profile, _ visit: Visit, tick: HTML) -> HTML {
    let words = Interests(visit.program).words
    let chips = old.interests + form.interests.filter { !old.interests.contains($0) }
    guard !words.isEmpty || !chips.isEmpty else { return .empty }
    return """
      <fieldset data-interests><legend>Interests</legend>
      <div class="chips">\(chips.map { chip($0, isTicked: form.interests.contains($0)) })</div>
      \(HTML.when(!chips.isEmpty, "<p class=\"muted\">What you untick goes when you save.</p>"))
      <label for="more-interests">Keywords of papers, with commas between them</label>
      <input class="field" id="more-interests" name="more-interests" list="keywords" maxlength="2000" autocomplete="off" dir="auto" aria-describedby="interests-hint" value="\(form.moreInterests ?? "")">
      <span class="muted" id="interests-hint">Up to \(Interests.most) in all.\(common(words))</span>
      <datalist id="keywords">\(words.map { "<option value=\"\($0)\"></option>" as HTML })</datalist>
      \(tick)</fieldset>
      """
  }

  private static func chip(_ word: String, isTicked: Bool) -> HTML {
    """
    <label class="chip"><input type="checkbox" name="interest" value="\(word)"\(HTML.when(isTicked, " checked"))><span class="chip-body" dir="auto">\(word)</span></label>
    """
  }

  /// What one may type where the browser offers nothing by itself.
  private static func common(_ words: [String]) -> HTML {
    guard !words.isEmpty else { return .empty }
    return " The most frequent: <span dir=\"auto\">\(words.prefix(8).joined(separator: ", ") as String)</span>."
  }
}
