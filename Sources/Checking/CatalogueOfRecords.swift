import Records

extension CheckCatalogue {
  static let recordRules: [Rule] = [
    Rule(.error, "missing-id", .records, "a record has no id", "add a short id"),
    Rule(
      .error, "bad-id", .records, "an id has other characters than letters, digits and hyphens",
      "use the letters a to z, digits and hyphens"),
    Rule(
      .error, "duplicate-id", .records, "two records have one id", "give one of them another id"),
    Rule(.error, "unknown-kind", .records, "there is no kind of that name", "correct the name"),
    Rule(
      .error, "unknown-field", .records, "the kind has no field of that name",
      "correct the name, or add the field to the vocabulary"),
    Rule(.error, "missing-field", .records, "a required field is missing", "add it"),
    Rule(.error, "wrong-type", .records, "a value is not of its field's type", "see the hint"),
    Rule(
      .error, "unknown-choice", .records, "a word is not in the field's list",
      "use one of the words that the hint names"),
    Rule(
      .error, "bad-number", .records, "a text is not a number",
      "write digits, `50+` for at least 50, `~50` for about 50"),
    Rule(.error, "negative-number", .records, "a count is below zero", "counts begin at 0"),
    Rule(.error, "range-reversed", .records, "a range ends below its start", "swap both ends"),
    Rule(
      .error, "bad-date", .records, "a text is not a date", "write 2019, 2019-09 or 2019-09-30"),
    Rule(.error, "bad-flag", .records, "a text is neither yes nor no", "write true or false"),
    Rule(
      .error, "bad-language", .records, "a text's language is not a language code",
      "write en, zh or the like"),
    Rule(
      .error, "end-before-start", .records, "a date is before the one that it follows",
      "check both dates"),
    Rule(
      .error, "future-date", .records, "a date that cannot lie ahead is after the cut-off date",
      "it belongs to a later report"),
    Rule(
      .error, "dangling-reference", .records, "a reference leads to no record or place",
      "correct the id, or add the record"),
    Rule(
      .error, "wrong-kind", .records, "a reference leads to a record of another kind",
      "name a record of the right kind"),
    Rule(
      .error, "control-character", .records, "a text has a character that does not show",
      "delete it"),
    Rule(
      .error, "more-problems", .records, "there are more problems than are listed",
      "solve those that are listed, then look again"),
    Rule(
      .error, "missing-column", .records, "a table lacks a column that its mapping names",
      "correct the column's name in `sources:`"),
    Rule(
      .error, "bad-source", .records, "an entry under `sources:` cannot be used as it is written",
      "see the hint"),
    Rule(
      .error, "unsupported-source", .records, "a source is of a sort that cannot be read",
      "save it as CSV, XLSX, YAML or JSON"),
    Rule(
      .error, "missing-environment", .records,
      "a source needs an environment variable that is unset",
      "set it before the command runs"),
  ]

  static let vocabularyRules: [Rule] = [
    Rule(
      .error, "unknown-vocabulary", .vocabulary, "no vocabulary of that name is shipped",
      "correct the name, or name a `.yaml` file"),
    Rule(
      .error, "bad-vocabulary", .vocabulary, "a vocabulary is not written as it should be",
      "see the hint"),
    Rule(
      .warning, "missing-name", .vocabulary, "a kind or field has no name in a language",
      "add the name"),
    Rule(
      .error, "bad-indicator", .vocabulary, "an indicator cannot be computed", "see the hint"),
    Rule(
      .error, "duplicate-indicator", .vocabulary, "two indicators have one id",
      "give one of them another id"),
    Rule(
      .error, "unknown-indicator", .vocabulary, "there is no indicator of that name",
      "correct the name"),
    Rule(
      .error, "stated-below-itemised", .vocabulary,
      "an institution states fewer than the records count",
      "correct the statement or the records"),
    Rule(
      .warning, "units-mixed", .vocabulary, off: true,
      "a share divides counts of different units", "divide what is counted alike"),
    Rule(
      .error, "ledger-store", .vocabulary, "the store of the ledger cannot be made or read",
      "delete the store; it is made again from the records"),
    Rule(
      .warning, "store-newer", .vocabulary, "the store was made by a newer version",
      "nothing: it is made again"),
  ]
}
