/// A dictionary whose values are source text (ISO 32000-1, 7.3.7), in the order of the file.
struct PDFDictionary {
  /// Keys, without their slashes, and values.
  private(set) var entries: [(key: String, value: [UInt8])] = []

  /// The value of a key; nil for none.
  subscript(key: String) -> [UInt8]? {
    get { entries.first { $0.key == key }?.value }
    set {
      let place = entries.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append((key, value))
      case (nil, nil): break
      }
    }
  }

  /// Sets a key to source that is written out here.
  mutating func set(_ key: String, _ write: (inout PDFSource) -> Void) {
    var source = PDFSource()
    write(&source)
    self[key] = source.bytes
  }

  /// Whether a key has this name as its value.
  func isName(_ key: String, _ name: String) -> Bool {
    self[key].map { $0.elementsEqual(("/" + name).utf8) } ?? false
  }

  /// The dictionary as source, without the bracket that closes it.
  func writeOpen(to source: inout PDFSource) {
    source.write("<<")
    for (key, value) in entries {
      source.name(key)
      source.write(" ")
      source.write(value)
    }
  }
}
