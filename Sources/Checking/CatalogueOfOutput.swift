import Records

extension CheckCatalogue {
  static let compositionRules: [Rule] = [
    Rule(
      .error, "empty-outline", .outline, "the outline is not a mapping of keys",
      "start with `title:`"),
    Rule(.error, "missing-key", .outline, "a required key is missing", "add it"),
    Rule(.error, "unknown-key", .outline, "a key is not known", "correct or delete it"),
    Rule(.error, "unknown-word", .outline, "a key has a word that it cannot have", "see the hint"),
    Rule(.error, "unknown-block", .outline, "there is no such kind of block", "correct the name"),
    Rule(
      .error, "unknown-language", .outline, "there is no wording for a language", "see the hint"),
    Rule(.error, "bad-cut-off", .outline, "the cut-off is not a date", "write 2019-12-31"),
    Rule(.error, "bad-period", .outline, "the period is not a year", "write \"2019\""),
    Rule(
      .error, "bad-pages", .outline, "`pages:` is no number of pages",
      "write `24`, or `multiple of 4`"),
    Rule(
      .error, "bad-press", .outline, "`press:` does not say how the printer's file is made",
      "write `{bleed: 3}`, and a profile with its condition where the printer gives one"),
    Rule(
      .error, "bad-profile", .outline, "a profile is none of a press with four inks",
      "name the ICC profile that the printer gives"),
    Rule(
      .warning, "calculated-inks", .layout, "a colour that the report chose has no ink build",
      "write `press-ROLE:` with four percentages of ink"),
    Rule(
      .error, "colour-without-inks", .layout, "a colour of the pages is in no role of the theme",
      "use a role's colour, or a tint of one towards the paper"),
    Rule(
      .error, "bad-box", .outline, "a box has neither prose nor blocks, or both",
      "give it `prose:` or `blocks:`"),
    Rule(
      .error, "bad-glance", .outline, "a report at a glance is not declared as it must be",
      "give it three to six figures, one sentence and at most one chart or map, alone in its chapter"
    ),
    Rule(
      .error, "bad-comparison", .composition, "things cannot be set side by side",
      "name two to four years, parts or indicators, and rows that have them"),
    Rule(
      .error, "bad-figures", .composition, "large figures cannot stand in the form asked for",
      "choose another form"),
    Rule(
      .error, "unknown-partner", .composition, "a profile names no partner",
      "name the id of a partner's record"),
    Rule(
      .error, "bad-signature", .outline, "a signature names nobody who signs, or too many",
      "name one to twelve under `signers:`, each with name and role"),
    Rule(
      .error, "bad-web-address", .outline, "`web:` is no address of a web edition",
      "write it whole and in ASCII: `https://example.org/report`"),
    Rule(
      .error, "bad-suppression", .outline, "`suppress:` does not say which counts are kept back",
      "write `{below: 5, kinds: [mobility]}`"),
    Rule(
      .error, "bad-edition", .outline, "an edition does not name two languages of the report",
      "write `{kind: facing, languages: [en, zh]}`"),
    Rule(.error, "duplicate-anchor", .outline, "two things have one anchor", "rename one"),
    Rule(
      .error, "wrap-of-float", .outline, "text is to run beside what floats or spans the page",
      "take out `wrap`, or `float` and `span`"),
    Rule(
      .error, "missing-prose", .composition, "a text is missing", "write it, or take its block out"),
    Rule(
      .error, "unknown-figure", .composition, "a name between braces is neither figure nor field",
      "`annals figures` lists every name"),
    Rule(.error, "unknown-form", .composition, "there is no such form of a value", "see the hint"),
    Rule(
      .error, "unknown-breakdown", .composition, "a figure is not split by that field",
      "declare the breakdown with the indicator"),
    Rule(
      .error, "no-sum", .composition, "a table cannot add up what it is asked to",
      "add up columns of numbers that have one unit and do not overlap"),
    Rule(
      .error, "bad-group", .composition, "the rows of a table cannot be grouped so",
      "name a public field, or one of a record or place that a field names"),
    Rule(
      .error, "bad-heads", .composition, "a heading does not stand over columns of its table",
      "name neighbouring columns, each under one heading"),
    Rule(
      .error, "not-itemised", .composition, "a figure has no itemised part",
      "leave out the form `itemised`"),
    Rule(
      .warning, "precision-lost", .composition,
      "the form `bare` prints a value as exact that is not",
      "leave out `bare`, or say in the sentence how exact it is"),
    Rule(.error, "private-field", .privacy, "a text names a private field", "leave it out"),
    Rule(
      .error, "person-without-ground", .privacy,
      "a text names a person whose record gives no ground for it",
      "record the consent or the public role, or leave the name out"),
    Rule(.error, "unknown-anchor", .composition, "a reference leads nowhere", "correct the anchor"),
    Rule(.error, "too-deep", .composition, "a text is nested too deep", "write it flatter"),
    Rule(.warning, "raw-html", .composition, "raw HTML is left out", "write it in Markdown"),
    Rule(
      .error, "bad-language-mark", .composition, "words are marked with what is no language",
      "write its BCP 47 name: `[Bonjour](lang:fr)`"),
    Rule(
      .warning, "inline-image", .composition, "a picture inside a line is left out",
      "give it a paragraph of its own"),
    Rule(
      .warning, "unsafe-link", .composition, "a link to an unsafe address is left out",
      "a link starts with https://, http://, mailto: or #"),
    Rule(.error, "bad-chart", .composition, "a chart cannot be drawn", "see the hint"),
    Rule(.error, "bad-map", .outline, "a map is not declared as it must be", "see the hint"),
    Rule(
      .error, "map-without-home", .composition, "flows have no place to start from",
      "record the institution's latitude and longitude"),
    Rule(
      .error, "map-without-data", .outline, "areas are to be tinted, and no file brings any",
      "name a file with licence and policy, or draw bubbles"),
    Rule(
      .error, "missing-map-data", .media, "a file of areas is missing",
      "put it into the report's folder"),
    Rule(.error, "bad-map-data", .media, "a file of areas is not what it must be", "see the hint"),
    Rule(
      .error, "map-without-licence", .media,
      "a file of areas does not say its licence, or whose view of boundaries it draws",
      "add both to its head; they are printed beneath the map"),
    Rule(
      .error, "map-without-review", .media, "a file of areas needs a review number and has none",
      "add the number that the authority gave"),
    Rule(
      .error, "missing-image", .media, "a picture is missing", "put it into the report's folder"),
    Rule(.error, "bad-image", .media, "a picture cannot be used", "save it as JPEG or PNG"),
    Rule(
      .error, "bad-framing", .media, "a focal point or a crop cannot be read",
      "write `focus: 60% 30%`, `crop: 16:9`"),
    Rule(
      .error, "bad-gallery", .media, "a gallery has no picture, or more than twelve",
      "name one to twelve pictures, or make several galleries"),
    Rule(
      .error, "missing-alternative", .media, "a picture has no alternative text",
      "say in words what it shows, for those who do not see it"),
  ]

  static let outputRules: [Rule] = [
    Rule(
      .warning, "layout", .layout, "a page cannot be set as well as it should be", "see the message"
    ),
    Rule(
      .warning, "pages-traded", .layout, "the pages asked for have a price",
      "see what was given up; take `pages:` out to have as many as the text needs"),
    Rule(
      .warning, "pages-not-met", .layout, "the pages asked for cannot be made",
      "ask for a number nearer to it, or change the text"),
    Rule(
      .warning, "unsettled-reference", .layout,
      "a reference prints another page than that of what it names, after five rounds",
      "reword the paragraph that holds it, or refer by number or title"),
    Rule(
      .error, "no-glyph", .layout, "no font has a character", "use another character, or add a font"
    ),
    Rule(.error, "no-fonts", .layout, "the folder of fonts is not there", "name it with `--fonts`"),
    Rule(.error, "bad-fonts", .layout, "a font cannot be used", "restore the folder of fonts"),
    Rule(.error, "unknown-theme", .layout, "there is no such theme", "see the hint"),
    Rule(.error, "unknown-token", .layout, "the theme has no such setting", "see the hint"),
    Rule(.error, "bad-token", .layout, "a setting of the theme has no such value", "see the hint"),
    Rule(
      .error, "low-contrast", .layout, "two colours of the theme cannot be told apart",
      "make one darker or the other lighter"),
    Rule(
      .error, "unreadable-theme", .layout, "a theme cannot be read",
      "restore the files that came with Annals"),
    Rule(.error, "web", .layout, "the web edition cannot be made", "see the message"),
    Rule(
      .error, "cannot-write", .layout, "a file cannot be written",
      "check the folder, who may write there, and the room on the disk"),
    Rule(
      .error, "no-report", .archive, "there is no report in the folder", "name a report's folder"),
    Rule(.error, "no-brochure", .archive, "the report has no brochure", "add `brochure.yaml`"),
    Rule(
      .error, "no-proof", .archive, "there are no pages to make a proof of",
      "add pdf or booklet to the products"),
    Rule(
      .error, "bad-hash", .archive, "a hash to compare with is none",
      "write its 64 digits, or at least the first 8"),
    Rule(
      .error, "other-hash", .archive, "the data are not those of which a hash was printed",
      "look at what changed since"),
    Rule(.error, "no-archive", .archive, "there is no archive in the folder", "name an archive"),
    Rule(
      .error, "damaged", .archive, "a file of an archive is not as it was", "restore it from a copy"
    ),
    Rule(
      .error, "template-kind", .archive, "a workbook is asked for an unknown kind",
      "correct the name"),
    Rule(
      .error, "template-write", .archive, "an empty workbook cannot be written",
      "check that the folder exists and may be written"),
    Rule(
      .error, "unknown-text", .archive, "a translation to confirm is no text of the report",
      "correct the path"),
    Rule(.error, "internal", .archive, "a fault of Annals", "please report it"),
  ]
}
