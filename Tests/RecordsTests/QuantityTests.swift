import Testing

@testable import Records

@Suite struct QuantityTests {
  @Test(arguments: [
    ("105", Quantity(105)), ("50+", Quantity(50, .atLeast)), (">=50", Quantity(50, .atLeast)),
    ("~50", Quantity(50, .about)), ("<=50", Quantity(50, .atMost)),
    ("10..20", Quantity(10, .range, upper: 20)), ("2.5", Quantity(2.5)), ("-3", Quantity(-3)),
    ("1,234,567", Quantity(1_234_567)), ("1,234.5", Quantity(1234.5)),
    ("1,234.5+", Quantity(1234.5, .atLeast)),
  ])
  func `A quantity keeps its precision`(text: String, expected: Quantity) throws {
    #expect(try Quantity.parse(text) == expected)
    #expect(try Quantity.parse(expected.source) == expected)
  }

  @Test(arguments: [
    "", "abc", "1e308", "nan", "inf", "0x10", "1,200", "12 5", "+", "~", "..", "1..", "--1", "1.",
    "99999999999999999999", "３", "50%", "1.234,5", "1,23,456", ",123,456", "1,234,56", "0,123,456",
    "1.234.567", "1,,234",
  ])
  func `What is not a number is refused`(text: String) {
    #expect(throws: ValueProblem.self) { try Quantity.parse(text) }
  }

  @Test(arguments: [
    ("1,234", "write 1234 if the comma separates thousands, 1.234 if it is decimal"),
    ("1.234,5", "write 1234.5: fractions have a point, thousands no separator"),
    ("12,5", "write 12.5: fractions have a point, thousands no separator"),
    ("0,125", "write 0.125: fractions have a point, thousands no separator"),
  ])
  func `A comma is not guessed, and both readings are named`(text: String, hint: String) {
    let problem = #expect(throws: ValueProblem.self) { try Quantity.parse(text) }
    #expect(problem?.code == "bad-number" && problem?.hint == hint)
  }

  @Test func `A letter O for a zero is named`() {
    let problem = #expect(throws: ValueProblem.self) { try Quantity.parse("12,5O") }
    #expect(problem?.message == "\"12,5O\" is not a number")
    #expect(problem?.hint == "the last character is the letter O, not the digit 0")
  }

  @Test(arguments: [
    ("50+", "105", "155+"), ("105", "5", "110"), ("~5", "105", "~110"), ("50+", "<=5", "~55"),
    ("<=5", "10", "<=15"), ("1..3", "10", "11..13"), ("1..3", "<=10", "<=13"),
    ("1..3", "50+", "51+"),
  ])
  func `A sum keeps the precision of its parts`(a: String, b: String, sum: String) throws {
    #expect(try (Quantity.parse(a) + Quantity.parse(b)).source == sum)
    #expect(try (Quantity.parse(b) + Quantity.parse(a)).source == sum)
  }
}
