import Records

extension CheckCatalogue {
  static let dataRules: [Rule] = [
    Rule(
      .warning, "outside-agreement", .data, off: true,
      "an exchange is dated outside the time of its agreement",
      "check both dates, or name the agreement that was valid then"),
    Rule(
      .error, "agreement-dates", .data, off: true, "an agreement expires before it was signed",
      "check both dates"),
    Rule(
      .warning, "effective-before-signed", .data, off: true,
      "an agreement takes effect before it was signed",
      "check both dates, or say in a note that it works back"),
    Rule(
      .error, "duplicate-partner", .data, off: true,
      "two partners have one identifier, or one name in one place, once case, width, accents, "
        + "punctuation and legal forms are left out",
      "keep one record and list the other name under `aliases`"),
    Rule(
      .warning, "similar-partners", .data, off: true,
      "the names of two partners of one place differ by a letter or by the order of their words",
      "if they are one institution, keep one record; if not, switch the check off and say so"),
    Rule(
      .warning, "look-alike-id", .data, off: true,
      "two ids differ only by case, a hyphen, or letters that look alike",
      "give one of them another id"),
  ]

  static let figureRules: [Rule] = [
    Rule(
      .error, "parts-differ", .figures, off: true,
      "the parts of a breakdown, or the rows of a typed table, do not add up to their total",
      "correct them, or say under `notes:` why they differ"),
    Rule(
      .error, "stated-twice", .figures, off: true,
      "two stated totals give two values for one figure and date", "keep the right one"),
    Rule(
      .error, "mixed-units", .figures, off: true, "a chart draws figures of different units",
      "draw one chart for each unit"),
    Rule(
      .error, "stock-summed", .figures, off: true,
      "a text gives the sum of a stock over several years",
      "a stock counts what there is at one date: name the value of that date"),
    Rule(
      .error, "flow-as-of", .figures, off: true,
      "a sentence gives a flow, which is counted over the period, \"as of\" a day",
      "say in which period, or name a stock"),
    Rule(
      .warning, "large-change", .figures, off: true,
      "a figure changed by more than half since the period before, and no note says why",
      "add a note under `notes:` in every language, or a correction record"),
    Rule(
      .warning, "restated-without-reason", .figures, off: true,
      "an earlier year is not what its report published, and nothing says why",
      "add a correction record with the reason, or a note"),
    Rule(
      .error, "suppression-leaks", .privacy,
      "the only part that is kept back can be computed from the total",
      "keep a second part back as well"),
    Rule(
      .error, "small-count-shown", .privacy, "a text prints a count that is too small to be shown",
      "leave it out of the text"),
  ]

  static let textRules: [Rule] = [
    Rule(
      .error, "number-contradicts", .text, off: true,
      "a typed number with an indicator's unit is not the indicator's value",
      "bind the number, or say what else is counted"),
    Rule(
      .error, "precision-dropped", .text, off: true,
      "a typed number leaves out \"at least\" where the figure has it",
      "bind the number: its precision is then printed"),
    Rule(
      .warning, "typed-number", .text, off: true, "a number in a text is typed by hand",
      "name a figure or a field of a record between {{ and }}, so that it cannot go stale"),
    Rule(
      .warning, "unlike-name", .text, off: true,
      "a name in a text is a letter away from the name of a record",
      "bind the name, or add the spelling to the record's `aliases`"),
    Rule(
      .error, "hidden-character", .text,
      "a text has a character that does not show or that turns the direction of writing",
      "type the line anew"),
    Rule(
      .error, "claim-without-scope", .claims, off: true,
      "a claim to be first, only or one of few does not say among what or at what date",
      "add `scope` and `as_of`"),
    Rule(
      .warning, "claim-without-evidence", .claims, off: true, "a claim names no evidence",
      "name the evidence records that show it"),
    Rule(
      .warning, "claim-weak-evidence", .claims, off: true,
      "a claim rests on the institution's own statements only (class C)",
      "add evidence of class A or B"),
    Rule(
      .error, "claim-number-differs", .claims, off: true,
      "the text of a claim has another number than its `of`", "correct the number or the text"),
    Rule(
      .warning, "claim-not-recorded", .claims, off: true,
      "a text claims first, only or one of few, and no claim record of its language says so",
      "add a claim record, or leave the word out"),
    Rule(
      .error, "private-printed", .privacy, "a private value is printed in an edition",
      "leave it out; a private field is for the office alone"),
    Rule(
      .error, "person-without-consent", .privacy,
      "a person is named in an edition whose record gives no ground for it, or whose consent has "
        + "run out",
      "leave the name out, or record the consent or the public role"),
    Rule(
      .error, "picture-without-consent", .privacy,
      "a picture is printed whose persons have not agreed", "record the consent, or take it out"),
  ]

  static let languageRules: [Rule] = [
    Rule(
      .error, "missing-translation", .languages, off: true,
      "a text is there in some of the report's languages and not in others",
      "add it in the others"),
    Rule(
      .error, "digits-differ", .languages, off: true,
      "a text and its translation have different numbers (3.2万 is 32,000)",
      "correct the number, or bind it"),
    Rule(
      .warning, "structure-differs", .languages, off: true,
      "a text and its translation differ in their paragraphs, headings or bound numbers",
      "bring both into step"),
    Rule(
      .warning, "not-translated", .languages, off: true,
      "a translation is the source text again, or is not in its language's script",
      "translate it"),
    Rule(
      .warning, "stale-translation", .languages, off: true,
      "the source text has changed since its translation was confirmed",
      "bring the translation up to date, then confirm it with `annals translated`"),
    Rule(
      .warning, "unconfirmed-translation", .languages, off: true,
      "`translations.tsv` does not have the translation as it is now",
      "compare it with its source, then confirm it with `annals translated`"),
    Rule(
      .error, "bad-translations", .languages, "a line of `translations.tsv` cannot be read",
      "delete it, and confirm the translation again"),
    Rule(
      .error, "missing-licence", .media, off: true, "a picture has no licence",
      "add a media record with the file, its licence and credit"),
    Rule(
      .warning, "low-resolution", .media, off: true,
      "a picture is coarse where it stands: fewer than 150 dots per inch for screens, 220 for print",
      "use a larger picture, or show it smaller"),
    Rule(
      .warning, "evidence-missing", .media, off: true,
      "the file that an evidence record names is not there",
      "put it into the report's folder, or name where it is as `url`"),
    Rule(
      .error, "evidence-changed", .media, off: true,
      "the file of an evidence record does not have the recorded SHA-256",
      "check the file, then the record"),
    Rule(
      .error, "off-without-reason", .switches, "a check is switched off without a reason",
      "write the reason in brackets: `similar-partners: off (two campuses)`"),
    Rule(
      .error, "unknown-check", .switches, "a switch names no check", "correct the name"),
    Rule(
      .error, "cannot-be-off", .switches, "a switch names a problem that cannot be switched off",
      "take the switch out and solve the problem"),
    Rule(
      .warning, "needless-off", .switches, "a switch silences nothing", "take it out"),
  ]
}
