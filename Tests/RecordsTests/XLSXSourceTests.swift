import Testing

@testable import Records

@Suite struct XLSXSourceTests {
  private let head =
    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>"
    + "<c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"

  private func cell(_ inner: String, styles: String? = nil, extra: String = "") throws
    -> TableReading
  {
    var fixture = WorkbookFixture(head + "<row r=\"2\">\(inner)</row>")
    fixture.styles = styles
    fixture.workbookExtra = extra
    return try sheet(fixture)
  }

  @Test(arguments: [
    ("<c r=\"A2\"><v>105</v></c>", "105"), ("<c r=\"A2\"><v>12.300000000000001</v></c>", "12.3"),
    ("<c r=\"A2\"><v>0.30000000000000004</v></c>", "0.3"), ("<c r=\"A2\"><v>-5</v></c>", "-5"),
    ("<c r=\"A2\"><v>1E3</v></c>", "1000"), ("<c r=\"A2\"><v>1.5E-3</v></c>", "0.0015"),
    ("<c r=\"A2\"><v>0.25</v></c>", "0.25"), ("<c r=\"A2\"><v>1e308</v></c>", "1e308"),
    ("<c r=\"A2\"><v>999999999999999.9</v></c>", "1000000000000000"),
    ("<c r=\"A2\"><v>007</v></c>", "7"), ("<c r=\"A2\" t=\"b\"><v>1</v></c>", "true"),
    ("<c r=\"A2\" t=\"b\"><v>0</v></c>", "false"),
    ("<c r=\"A2\" t=\"str\"><f>A1</f><v>x</v></c>", "x"),
    ("<c r=\"A2\"><f>1+1</f><v>2</v></c>", "2"),
    ("<c r=\"A2\" t=\"d\"><v>2019-05-06T00:00:00Z</v></c>", "2019-05-06"),
    ("<c r=\"A2\" t=\"d\"><v>2019-05-06T10:00:00</v></c>", "2019-05-06T10:00:00"),
    ("<c r=\"A2\" t=\"inlineStr\"><is><t>名称 &amp; x</t></is></c>", "名称 & x"),
    ("<c r=\"A2\" t=\"inlineStr\"><is><r><t>ri</t></r><r><t>ch</t></r></is></c>", "rich"),
    ("<c r=\"A2\" t=\"inlineStr\"><is><t>東</t><rPh><t>ひがし</t></rPh></is></c>", "東"),
    ("<c r=\"A2\" t=\"inlineStr\"><is><t>a_x000D__x000A_b_x0041_</t></is></c>", "a\nbA"),
    ("<c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is></c>", "<b>"),
    ("<c t=\"inlineStr\"><is><t>no reference</t></is></c>", "no reference"),
    ("<c r=\"$A$2\"><v>1</v></c>", "1"),
  ])
  func `A cell becomes the text that a person sees`(cell: String, text: String) throws {
    let reading = try self.cell(cell)
    #expect(reading.rows == [["a", "b"], [text, ""]])
    #expect(reading.problems.isEmpty)
  }

  @Test(arguments: [
    ("14", "43591", "2019-05-06"), ("22", "43591.604166666664", "2019-05-06T14:30:00"),
    ("22", "43591", "2019-05-06"), ("14", "43591.604166666664", "2019-05-06"),
    ("17", "43586", "2019-05"), ("17", "43591", "2019-05-06"), ("57", "43591", "2019-05-06"),
    ("20", "0.604166666666667", "14:30:00"), ("46", "1.5", "36:00:00"), ("14", "1", "1900-01-01"),
    ("14", "59", "1900-02-28"), ("14", "61", "1900-03-01"), ("14", "2958465", "9999-12-31"),
    ("22", "43591.999999999", "2019-05-07"), ("9", "0.25", "0.25"), ("49", "5", "5"),
    ("999", "5", "5"),
  ])
  func `A day is told by its format`(format: String, number: String, text: String) throws {
    let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(format)\"/></cellXfs>"
    let reading = try cell("<c r=\"A2\" s=\"1\"><v>\(number)</v></c>", styles: styles)
    #expect(reading.rows.last == [text, ""])
  }

  @Test(arguments: [
    ("yyyy-mm-dd", XLSXFormat.day), ("yyyy\"年\"m\"月\"d\"日\"", .day), ("d/m/yy;@", .day),
    ("yyyy\"年\"m\"月\"", .month), ("mmm\\-yy", .month), ("yyyy", .year), ("[$-804]yyyy/m", .month),
    ("yyyy-mm-dd hh:mm", .moment), ("yyyymmddhhmmss", .moment), ("mm:ss", .time),
    ("h:mm AM/PM", .time), ("[h]:mm", .elapsed), ("General", .number), ("0.00E+00", .number),
    ("#,##0\" days\"", .number), ("[Red]0.0%", .number), ("\"dmy\"0", .number), ("@", .number),
    ("0.00e+00", .number), ("_-* #,##0.00_-", .number), ("[$-409]d-mmm-yyyy", .day), ("", .number),
  ])
  func `A custom format shows a day, a month, a time or a number`(
    code: String, format: XLSXFormat
  ) {
    #expect(XLSXStyles.format(code) == format)
  }

  @Test func `A workbook of the 1904 system counts from there`() throws {
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    let reading = try cell(
      "<c r=\"A2\"><v>42129</v></c><c r=\"B2\"><v>0</v></c>", styles: styles,
      extra: "<workbookPr date1904=\"1\"/>")
    #expect(reading.rows.last == ["2019-05-06", "1904-01-01"])
  }

  @Test func `Shared strings keep their runs and drop how they are read`() throws {
    var fixture = WorkbookFixture(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c></row>")
    fixture.strings = [
      "<t>a</t>", "<r><t xml:space=\"preserve\">x </t></r><r><t>y</t></r>",
      "<t>=1+1</t><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>",
    ]
    #expect(try sheet(fixture).rows == [["a"], ["x y"], ["=1+1"]])
  }

  @Test func `Rows, gaps and blank rows keep their places`() throws {
    let reading = try sheet(
      WorkbookFixture(
        head + "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row r=\"5\"><c r=\"A5\"/></row>"
          + "<row><c><v>2</v></c></row><row r=\"9\"><c r=\"B9\"><v>4</v></c><c r=\"A9\"><v>3</v></c></row>"
      ))
    #expect(reading.rows == [["a", "b"], ["", "1"], ["2", ""], ["3", "4"]])
    #expect(reading.lines == [1, 3, 6, 9])
    #expect(reading.columns == [1, 2])
  }

  @Test func `Two head rows with merged cells are joined`() throws {
    func text(_ cell: String, _ text: String) -> String {
      "<c r=\"\(cell)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    let reading = try sheet(
      WorkbookFixture(
        "<row r=\"1\">\(text("A1", "Exchange 2019"))</row>"
          + "<row r=\"3\">\(text("A3", "id"))\(text("B3", "Heads"))\(text("D3", "note"))</row>"
          + "<row r=\"4\">\(text("B4", "in"))\(text("C4", "out"))\(text("D4", "note"))</row>"
          + "<row r=\"5\">\(text("A5", "x"))<c r=\"B5\"><v>1</v></c><c r=\"C5\"><v>2</v></c></row>",
        after: "<mergeCells count=\"2\"><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:C3\"/>"
          + "</mergeCells>"), headRows: [3, 4])
    #expect(
      reading.rows == [["id", "Heads / in", "Heads / out", "note"], ["x", "1", "2", ""]])
    #expect(reading.lines == [4, 5])
    #expect(reading.problems.isEmpty)
  }

  @Test func `Without a stated head the first row that is not blank is it`() throws {
    let reading = try sheet(
      WorkbookFixture(
        "<row r=\"1\"><c r=\"A1\"/></row><row r=\"4\"><c r=\"C4\" t=\"str\"><v>a</v></c></row>"
          + "<row r=\"5\"><c r=\"C5\"><v>1</v></c></row>"), headRows: [])
    #expect(reading.rows == [["a"], ["1"]])
    #expect(reading.columns == [3])
  }

  @Test(arguments: [
    ("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>", "xlsx-error-value"),
    ("<c r=\"A2\"><f>SUM(B1)</f></c>", "xlsx-formula"),
    ("<c r=\"A2\"><f>SUM(B1)</f><v></v></c>", "xlsx-formula"),
    ("<c r=\"A2\" t=\"s\"><v>7</v></c>", "xlsx-missing-string"),
    ("<c r=\"A2\" t=\"s\"><v>-1</v></c>", "xlsx-missing-string"),
    ("<c r=\"A2\" t=\"s\"><v>99999999999999999999999</v></c>", "xlsx-missing-string"),
    ("<c r=\"A2\"><v>12a</v></c>", "xlsx-number"), ("<c r=\"A2\"><v>NaN</v></c>", "xlsx-number"),
    ("<c r=\"A2\"><v>1e999</v></c>", "xlsx-number"), ("<c r=\"A2\"><v>0x10</v></c>", "xlsx-number"),
    ("<c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c>", "xlsx-duplicate-cell"),
  ])
  func `A cell without a value is told with its place, and the rows go on`(
    cell: String, code: String
  ) throws {
    var fixture = WorkbookFixture(
      head + "<row r=\"2\">\(cell)<c r=\"B2\"><v>9</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\"><v>3</v></c></row>")
    fixture.strings = ["<t>x</t>"]
    let reading = try sheet(fixture)
    #expect(reading.problems.map(\.code) == [code])
    #expect(reading.problems.first?.place?.description == "w.xlsx, Sheet1, A2")
    #expect(reading.rows.last == ["3", ""])
  }

  @Test(arguments: ["60", "-1", "0.5", "2958466", "1e300"])
  func `A number that is no day is told`(number: String) throws {
    let reading = try cell(
      "<c r=\"A2\"><v>\(number)</v></c><c r=\"B2\" s=\"1\"><v>1</v></c>",
      styles: "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"0\"/></cellXfs>")
    #expect(reading.problems.map(\.code) == ["xlsx-date"])
  }

  @Test func `A formula that a program left to be calculated is not zero`() throws {
    let reading = try cell(
      "<c r=\"A2\"><f>SUM(B1)</f><v>0</v></c><c r=\"B2\"><v>0</v></c>",
      extra: "<calcPr fullCalcOnLoad=\"1\"/>")
    #expect(reading.problems.map(\.code) == ["xlsx-formula"])
    #expect(reading.rows.last == ["", "0"])
  }

  @Test func `An empty text that a formula gave is a blank cell`() throws {
    let reading = try cell(
      "<c r=\"A2\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"B2\"><v>1</v></c>")
    #expect(reading.rows.last == ["", "1"])
    #expect(reading.problems.isEmpty)
  }

  @Test func `Hidden rows, merged records and columns without a head are warned of`() throws {
    let reading = try sheet(
      WorkbookFixture(
        head + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c><c r=\"D2\"><v>5</v></c></row>"
          + "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"D3\"><v>5</v></c></row>",
        after: "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"X1:Y9\"/></mergeCells>"))
    #expect(reading.rows.count == 3)
    #expect(reading.problems.map(\.severity) == [.warning, .warning, .warning])
    #expect(
      Set(reading.problems.map(\.code)) == ["xlsx-hidden-rows", "xlsx-no-head", "xlsx-merged"])
  }

  @Test func `Many problems of a sheet are counted, not kept`() throws {
    let rows = (2..<500).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"e\"><v>#REF!</v></c></row>" }
    let problems = try sheet(WorkbookFixture(head + rows.joined())).problems
    #expect(problems.count == 101)
    #expect(problems.last?.message == "398 more problems in this table")
  }

  @Test func `Sheets are named in order, and found by name`() throws {
    var fixture = WorkbookFixture(head)
    fixture.sheets.append(("名单", "<sheetData><row><c t=\"str\"><v>z</v></c></row></sheetData>"))
    let bytes = fixture.zip.bytes
    try withFile(bytes, named: "w.xlsx") { path throws in
      #expect(try XLSXSource.sheetNames(path: path, name: "w.xlsx") == ["Sheet1", "名单"])
    }
    #expect(try sheet(bytes, "名单").rows == [["z"]])
    #expect { try sheet(bytes, "sheet1") } throws: { error in
      (error as? Diagnostic)?.code == "xlsx-no-sheet"
        && (error as? Diagnostic)?.hint == "did you mean \"Sheet1\"?"
    }
  }

  @Test func `A hidden sheet is passed over unless it is named`() throws {
    var fixture = WorkbookFixture(head)
    fixture.sheetAttributes = "state=\"hidden\""
    fixture.sheets.append(("b", fixture.sheets[0].body))
    #expect(try sheet(fixture).rows == [["a", "b"]])
  }

  @Test func `Prefixes and writers that use backslashes make no difference`() throws {
    var fixture = WorkbookFixture("")
    fixture.sheets = []
    fixture.sheets.append(
      (
        "s",
        "<x:sheetData xmlns:x=\"\(WorkbookFixture.main)\"><x:row><x:c t=\"str\"><x:v>a</x:v></x:c></x:row></x:sheetData>"
      ))
    var zip = fixture.zip
    for index in zip.entries.indices {
      zip.entries[index].name = zip.entries[index].name
        .replacing("xl/worksheets/sheet1.xml", with: "xl\\worksheets\\Sheet1.xml")
    }
    #expect(try sheet(zip.bytes).rows == [["a"]])
  }

  @Test func `Rows over many pieces of the part come whole`() throws {
    let long = String(repeating: "长", count: 3000)
    let rows = (2...400).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"inlineStr\"><is><t>\(long)\($0)</t></is></c>"
        + "<c r=\"B\($0)\"><v>\($0)</v></c></row>"
    }
    let reading = try sheet(WorkbookFixture(head + rows.joined()))
    #expect(reading.rows.count == 400)
    #expect(
      reading.rows.dropFirst().enumerated().allSatisfy {
        $0.element == [long + "\($0.offset + 2)", "\($0.offset + 2)"]
      })
  }
}
