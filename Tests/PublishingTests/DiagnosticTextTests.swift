import Publishing
import Records
import Testing

@Suite struct DiagnosticTextTests {
  private let problem = Diagnostic(
    .error, code: "not-a-number", "amount \"12,5O\" is not a number",
    at: Place(file: "records/grants.csv", line: 2, column: 4),
    hint: "the last character is the letter O")

  @Test func aProblemIsShownWithItsLineACaretAndAHint() {
    let text = DiagnosticText { _ in "id,amount\nab,\"12,5O\"\n" }.text(of: problem)
    #expect(
      text == """
        records/grants.csv:2:4: error: amount "12,5O" is not a number [not-a-number]
          ab,"12,5O"
             ^
          hint: the last character is the letter O

        """)
  }

  @Test func theCaretStandsUnderTheColumnAfterWideCharacters() {
    let text = DiagnosticText { _ in "头\n中文,x\n" }.text(of: problem)
    #expect(text.contains("\n  中文,x\n       ^\n"))
  }

  @Test func aProblemInAFileThatCannotBeReadHasNoExcerpt() {
    let text = DiagnosticText().text(of: problem)
    #expect(text.split(separator: "\n").count == 2)
  }

  @Test func theCaretStaysInSightOnALongLine() {
    let line = String(repeating: "a", count: 5000) + "b" + String(repeating: "c", count: 5000)
    var far = problem
    far.place = Place(file: "x", line: 1, column: 5001)
    let rows = DiagnosticText { _ in line }.text(of: far).split(separator: "\n")
    #expect(rows[1].count < 120)
    let caret = rows[2].count - 1
    #expect(Array(rows[1])[caret] == "b")
  }

  @Test func controlCharactersOfAnInputDoNotReachTheTerminal() {
    var hostile = problem
    hostile.message = "name \"\u{1B}[2J\u{202E}\""
    let text = DiagnosticText(style: .coloured).text(of: hostile)
    #expect(text.contains("\\u{1B}[2J\\u{202E}"))
    #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
  }

  @Test func aFileThatShipsWithTheProgramIsNotSoughtInTheReport() {
    var shipped = problem
    shipped.place = Place(file: "cooperation-indicators.yaml", line: 7, column: 3)
    let text = DiagnosticText(prefix: "made-up/") { _ in nil }.text(of: shipped)
    #expect(text.hasPrefix("shipped cooperation-indicators.yaml:7:3: "))
    let own = DiagnosticText(prefix: "made-up/") { _ in "indicators:" }.text(of: shipped)
    #expect(own.hasPrefix("made-up/cooperation-indicators.yaml:7:3: "))
  }

  @Test func theCountIsInWords() {
    var warning = problem
    warning.severity = .warning
    let text = DiagnosticText().text(of: [problem, problem, warning])
    #expect(text.hasSuffix("\n2 errors, 1 warning\n"))
    #expect(DiagnosticText().text(of: []).isEmpty)
  }

  @Test func aWideCharacterTakesTwoColumnsAndACombiningMarkNone() {
    #expect(displayWidth("ab") == 2)
    #expect(displayWidth("汉字（") == 6)
    #expect(displayWidth("e\u{301}") == 1)
  }
}
