import Foundation
import Testing

@testable import Records

@Suite struct VocabularySchemaTests {
  private static let vocabulary = Result { try Vocabulary.shipped(named: "cooperation") }

  private func schema(_ kind: String? = nil) throws -> [String: Any] {
    let vocabulary = try Self.vocabulary.get()
    let bytes = JSONSchema.make(
      vocabulary: vocabulary, kind: kind.flatMap { vocabulary.kind($0) })
    let value = try JSONSerialization.jsonObject(with: Data(bytes))
    return try #require(value as? [String: Any])
  }

  private func definition(_ shelf: String, _ name: String) throws -> [String: Any] {
    let shelves = try #require(schema()["$defs"] as? [String: [String: Any]])
    return try #require(shelves[shelf]?[name] as? [String: Any])
  }

  @Test func `A file may hold each kind under its name or its plural and nothing else`() throws {
    let schema = try schema()
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"] as? Bool == false)
    let keys = try #require(schema["properties"] as? [String: Any]).keys
    #expect(keys.contains("event") && keys.contains("events") && keys.contains("media"))
    #expect(keys.count == 27 * 2 - 2)
  }

  @Test func `A record needs its id and its required fields and has no unknown ones`() throws {
    let event = try definition("kinds", "event")
    #expect(event["required"] as? [String] == ["id", "name", "role"])
    #expect(event["additionalProperties"] as? Bool == false)
    let fields = try #require(event["properties"] as? [String: [String: Any]])
    #expect(fields["date"]?["description"] as? String == "date / 时间")
    let forms = try #require(fields["role"]?["anyOf"] as? [[String: Any]])
    #expect(forms.first?["enum"] as? [String] == ["hosted", "co_hosted", "attended", "keynote"])
    let mobility = try definition("kinds", "mobility")["properties"] as? [String: [String: Any]]
    let key = mobility?["person_key"]?["description"] as? String
    #expect(key?.contains("private: no output shows it") == true)
  }

  @Test func `Patterns accept what the reader accepts and little else`() throws {
    func accepts(_ name: String, _ text: String) throws -> Bool {
      let pattern = try #require(definition("values", name)["pattern"] as? String)
      return text.range(of: pattern, options: .regularExpression) != nil
    }
    for text in ["2019", "2019-09", "2019-09-30", "2019~", "2006/..", "../2019", "2019-05/2019-06"]
    {
      _ = try PartialDate.parse(text)
      #expect(try accepts("date", text), "\(text)")
    }
    for text in ["105", "2.5", "50+", ">=50", "≤ 50", "~50", "10..20"] {
      _ = try Quantity.parse(text)
      #expect(try accepts("quantity", text), "\(text)")
    }
    #expect(try accepts("signed", "-2.5"))
    for text in ["May 2019", "19", "2019/05", "2019-5"] { #expect(try !accepts("date", text)) }
    for text in ["-1", "many", "1,200", "50%"] { #expect(try !accepts("quantity", text)) }
  }

  @Test func `Places are offered by code, with their names`() throws {
    let place = try definition("values", "place")
    let codes = try #require(place["enum"] as? [String])
    let names = try #require(place["enumDescriptions"] as? [String])
    let index = try #require(codes.firstIndex(of: "BG"))
    #expect(names[index] == "Bulgaria / 保加利亚")
  }

  @Test func `The schema of one kind is that of a list`() throws {
    let schema = try schema("event")
    #expect(schema["type"] as? [String] == ["array", "null"])
    #expect((schema["items"] as? [String: String])?["$ref"] == "#/$defs/kinds/event")
  }

  @Test func `Text of any kind is escaped`() {
    let text = SchemaText.object([("a\"", .array([.string("\u{1}\\\n"), .bool(true)]))]).text
    #expect(text == "{\n  \"a\\\"\": [\"\\u0001\\\\\\n\", true]\n}")
  }
}
