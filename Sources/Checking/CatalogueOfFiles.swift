import Records

extension CheckCatalogue {
  static let fileRules: [Rule] =
    tableFileRules + workbookRules + [
      Rule(
        .error, "no-records-folder", .files, "the folder of records is not there",
        "make it, or name another as `records:`"),
      Rule(
        .error, "no-records", .files, "the folder of records holds none", "add a file of records"),
      Rule(
        .warning, "ignored-file", .files, "a file in the folder of records is of no known kind",
        "name it after a kind, or move it away"),
      Rule(.warning, "ignored-sheet", .files, "a sheet is not named after a kind", "rename it"),
      Rule(.error, "empty-file", .files, "a file is empty", "fill it, or delete it"),
      Rule(.error, "not-a-file", .files, "a path leads to a folder or device", "name a file"),
      Rule(
        .error, "unreadable-file", .files, "a file is missing or cannot be read",
        "check its name and who may read it"),
      Rule(.error, "file-too-large", .files, "a file is too large", "split it"),
      Rule(
        .error, "outside-root", .files, "a path leads out of the report's folder",
        "put the file into the folder"),
      Rule(
        .error, "wrong-encoding", .files, "a text is not valid in its encoding", "save it as UTF-8"),
      Rule(.error, "nul-character", .files, "a file holds a byte of zero", "save it as text anew"),
      Rule(.error, "duplicate-key", .files, "a mapping has one key twice", "remove one"),
      Rule(.error, "yaml-syntax", .files, "the file is not YAML", "see the line"),
      Rule(.error, "yaml-key", .files, "a key is not plain text", "write it as plain text"),
      Rule(.error, "yaml-depth", .files, "YAML is nested too deep", "write it flatter"),
      Rule(.error, "yaml-aliases", .files, "YAML aliases make too much of it", "write it out"),
      Rule(.error, "yaml-merge", .files, "YAML has merge keys", "write the fields out"),
      Rule(.error, "yaml-documents", .files, "a file holds several documents", "split it"),
      Rule(.error, "json-syntax", .files, "the file is not JSON", "see the line"),
      Rule(.error, "json-depth", .files, "JSON is nested too deep", "write it flatter"),
      Rule(.error, "json-number", .files, "a JSON number cannot be read", "write plain digits"),
      Rule(.error, "json-size", .files, "a JSON value is too large", "split it"),
      Rule(.error, "json-string", .files, "a JSON text cannot be read", "see the line"),
      Rule(
        .error, "database-unreadable", .files, "a database cannot be opened",
        "check its path and who may read it"),
      Rule(
        .error, "database-unknown", .files, "a file is not a SQLite database", "name the right file"
      ),
      Rule(.error, "database-damaged", .files, "a database is damaged", "restore it from a copy"),
      Rule(
        .error, "database-newer", .files, "a database needs a newer version of SQLite",
        "export a table as CSV"),
      Rule(.error, "database-locked", .files, "a database is in use", "try again"),
      Rule(.error, "database-query", .files, "a query fails", "try the query by itself"),
      Rule(.error, "database-several", .files, "a query is several statements", "write one SELECT"),
      Rule(.error, "database-timeout", .files, "a query takes too long", "make it simpler"),
      Rule(
        .error, "database-connection", .files, "a database server cannot be reached",
        "check that it runs, its address, and who may read it"),
      Rule(.error, "database-lost", .files, "a database went away", "run again"),
      Rule(.error, "database-array", .files, "a column holds lists of lists", "unnest it"),
      Rule(
        .error, "database-blob", .files, "a column holds bytes, not text",
        "leave it out of the query"),
      Rule(.error, "database-write", .files, "a query tries to write", "write one SELECT"),
    ]

  private static let tableFileRules: [Rule] = [
    Rule(
      .error, "csv-quote", .files, "a quoted cell is not closed, or goes on after it", "close it"),
    Rule(.error, "csv-columns", .files, "a table has too many columns", "delete empty columns"),
    Rule(
      .error, "csv-head", .files, "a head is missing, empty or there twice", "name each column once"
    ),
    Rule(
      .error, "csv-ragged", .files, "a row has more or fewer cells than the head",
      "look for a comma that should stand in quotes"),
    Rule(
      .warning, "csv-delimiter", .files, "cells are split by semicolons or tabs",
      "declare `delimiter:` if it was guessed wrongly"),
    Rule(
      .error, "cell-too-long", .files, "a cell is too long", "look for a quote that is not closed"),
    Rule(
      .error, "row-too-long", .files, "a row is too long", "look for a quote that is not closed"),
    Rule(
      .warning, "converted-encoding", .files, "a file is not UTF-8, and its encoding was guessed",
      "declare `encoding:`, or save it as UTF-8"),
    Rule(
      .error, "csv-loss", .files, "a value cannot be written as CSV without loss",
      "write the records as YAML"),
  ]

  private static let workbookRules: [Rule] = [
    Rule(.error, "xlsx-not-a-workbook", .files, "a file is not a workbook", "save it as .xlsx"),
    Rule(
      .error, "xlsx-old-format", .files, "a workbook is of the old .xls format", "save it as .xlsx"),
    Rule(.error, "xlsx-opendocument", .files, "a workbook is .ods", "save it as .xlsx"),
    Rule(.error, "xlsx-binary", .files, "a workbook is .xlsb", "save it as .xlsx"),
    Rule(.error, "xlsx-encrypted", .files, "a workbook has a password", "save it without one"),
    Rule(.error, "xlsx-damaged", .files, "a workbook is damaged", "save it anew"),
    Rule(
      .error, "xlsx-bomb", .files, "a workbook unpacks to far more than it can need", "save it anew"
    ),
    Rule(.error, "xlsx-doctype", .files, "a workbook declares XML entities", "save it anew"),
    Rule(.error, "xlsx-duplicate-part", .files, "a workbook has one part twice", "save it anew"),
    Rule(.error, "xlsx-missing-part", .files, "a part of a workbook is missing", "save it anew"),
    Rule(.error, "xlsx-target", .files, "a part of a workbook lies outside it", "save it anew"),
    Rule(.error, "xlsx-xml", .files, "a part of a workbook is not XML", "save it anew"),
    Rule(
      .error, "xlsx-no-sheet", .files, "a workbook has no such sheet", "correct the sheet's name"),
    Rule(
      .error, "xlsx-no-head", .files, "a sheet has no head", "name the columns in its first row"),
    Rule(.error, "xlsx-columns", .files, "a sheet has too many columns", "delete empty columns"),
    Rule(.error, "xlsx-duplicate-cell", .files, "a cell is there twice", "save it anew"),
    Rule(
      .warning, "xlsx-merged", .files, "cells below the head are merged",
      "take the cells apart, and fill each"),
    Rule(
      .warning, "xlsx-hidden-rows", .files, "rows are hidden, and are read all the same",
      "delete them if they are not meant"),
    Rule(.error, "xlsx-row-order", .files, "the rows of a sheet are out of order", "save it anew"),
    Rule(.error, "xlsx-cell-reference", .files, "a cell's address cannot be read", "save it anew"),
    Rule(.error, "xlsx-cell-size", .files, "a cell is too long", "shorten it"),
    Rule(.error, "xlsx-cell-type", .files, "a cell is of an unknown type", "type it anew"),
    Rule(.error, "xlsx-missing-string", .files, "a cell's text is missing", "save it anew"),
    Rule(.error, "xlsx-number", .files, "a cell's number cannot be read", "type it anew"),
    Rule(.error, "xlsx-date", .files, "a cell's date cannot be read", "type it anew"),
    Rule(
      .error, "xlsx-formula", .files, "a formula has no computed value",
      "open and save the workbook in a spreadsheet program"),
    Rule(
      .error, "xlsx-error-value", .files, "a cell holds an error such as #DIV/0!",
      "correct the formula"),
  ]
}
