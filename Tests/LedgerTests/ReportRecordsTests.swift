import Records
import Testing

@testable import Ledger

@Suite struct ReportRecordsTests {
  @Test func `The report's records have no problems and carry every fact`() throws {
    let reading = try reportRecords()
    #expect(reading.problems.map { "\($0.place?.description ?? ""): \($0.message)" } == [])
    let notes = reading.records.compactMap { $0.fields["source_note"]?.value.source }
    let own = (1...18).filter { number in notes.contains("published page, fact \(number)") }
    #expect(own == Array(1...18))
    #expect(reading.records.contains { $0.place.file == "records/partners.csv" })
  }

  @Test(
    arguments: [
      ("programmes.total", "4", 0), ("centres.total", "5", 1), ("centres.countries", "3", 1),
      ("trainings.total", "1", nil), ("trainings.participants", "50+", nil),
      ("memberships.total", "1", nil), ("designations.total", "3", nil),
      ("events.hosted", "2", nil), ("events.attended", "1", nil), ("awards.total", "1", nil),
      ("awards.gold", "1", nil), ("mobility.programmes", "3", nil),
      ("mobility.outbound.heads", nil, nil), ("mobility.inbound.heads", nil, nil),
      ("places.total", "8", nil), ("partners.total", "5", nil),
    ] as [(String, String?, Int?)])
  func `A figure says what the page says`(id: String, value: String?, itemised: Int?) throws {
    let figure = try #require(try book(of: reportRecords().records).figure(id))
    #expect(figure.value?.source == value)
    #expect(figure.itemised == itemised)
    #expect(
      figure.names["zh"] != nil && figure.definitions["zh"] != nil && figure.units["zh"] != nil)
  }

  @Test func `Changing one record changes its figures and no other`() throws {
    var records = try reportRecords().records
    let before = try book(of: records)
    let index = try #require(records.firstIndex { $0.id == "cambodia-training-2019" })
    let place = try #require(records[index].fields["participants"]).place
    records[index].fields["participants"] = Field(.quantity(Quantity(61)), at: place)
    let after = try book(of: records)
    let changed = zip(before.figures, after.figures).filter { $0 != $1 }.map(\.1)
    #expect(changed.first?.id == "trainings.participants")
    #expect(changed.allSatisfy { $0.id.hasPrefix("trainings.participants") })
    #expect(changed.first?.value == Quantity(61))
    #expect(changed.first.map(after.recordIDs(behind:)) == ["cambodia-training-2019"])
  }

  @Test func `Every figure is explained by records with places`() throws {
    let vocabulary = try shippedVocabulary.get()
    let book = try book(of: reportRecords().records)
    for name in book.explainableNames(vocabulary: vocabulary) {
      let explanation = try #require(book.explain(name, vocabulary: vocabulary), "\(name)")
      #expect(explanation.records.allSatisfy { $0.place.line > 0 })
    }
    let opened = book.explain("plovdiv-centre.opened", vocabulary: vocabulary)
    #expect(opened?.value == "2017")
    #expect(opened?.place.file == "records/resources.yaml")
    #expect(book.explain("nothing.total") == nil)
  }

  @Test func `The shipped indicators divide only what is counted alike`() throws {
    let book = try book(of: reportRecords().records)
    #expect(book.problems.map(\.message) == [])
  }
}
