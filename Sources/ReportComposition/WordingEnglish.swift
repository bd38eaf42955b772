import DocumentModel

extension Wording {
  /// English, British spelling.
  static let english = Wording(
    tag: "en",
    words: Words(
      contents: "Contents", table: "Table", figure: "Figure", continued: "(continued)",
      carriedForward: "Carried forward", broughtForward: "Brought forward",
      pageBefore: "page ", pageAfter: "", notes: "Notes", languageName: "English"),
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    notReported: "not reported", withheld: "name withheld", atLeast: "at least",
    atMost: "at most", about: "about", yes: "yes", no: "no",
    undated: "In the year, month not reported", listComma: ", ", listAnd: " and ",
    clause: "; ", pageForms: ["page"], numberForms: ["number"], tableLabels: ["Table:"],
    labels: [
      "empty": "Nothing was reported on “%1” for this period.",
      "itemised": "%1 of %2 itemised",
      "asOf": "as at %1",
      "inPeriod": "in %1",
      "value": "Value",
      "indicator": "Indicator",
      "unit": "Unit",
      "publishedThen": "(published then: %1)",
      "others": "%1 others",
      "suppressed": "not shown",
      "notComparable": "not comparable",
      "new": "new",
      "unchanged": "unchanged",
      "percent": "%",
      "stock": "a stock, counted as at the cut-off date, ",
      "flow": "a flow, counted within the period ",
      "identifier": "Name in the ledger: ",
      "recordsBehind": "Records behind it: ",
      "recordCount": "%1 records",
      "found": "found in ",
      "silent": "The source does not state: ",
      "field": "Great-circle lines from %1 to the places that the records name: %2.",
      "chart": "Bar chart",
      "colophonMade":
        "This report was made by Annals, a program that turns an institution’s records into its report. Each figure in the text, the tables and the lists is bound to an indicator or to a field of a record; none was typed into the prose. Both languages, the printed edition and the web edition are made from the same ledger.",
      "colophonPrecision":
        "Precision is kept as the source gives it. “At least” marks a lower bound, a year stands alone where no month is stated, and what was not reported is called so: it is never shown as zero.",
      "colophonPublisher": "Institution",
      "colophonPeriod": "Period",
      "colophonCutOff": "Cut-off date",
      "colophonCreated": "Date of this edition",
      "colophonCredit": "Photograph: %1. Licence: %2.",
    ])
}
