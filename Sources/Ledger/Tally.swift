import Records

/// What rows add up to, with the precision that they leave; it never holds a row.
struct Tally {
  /// How many rows there were.
  var rows = 0
  /// How many of them report no number.
  var missing = 0
  /// How many different keys there were, where keys are counted.
  var keys = 0
  /// Whether a record may belong here of which it is not known.
  var isOpen = false
  private var lower = 0.0
  private var upper = 0.0
  private var precisions: UInt8 = 0

  mutating func add(_ number: Double, _ precision: Quantity.Precision, upper top: Double?) {
    lower += number
    upper += top ?? number
    precisions |= Self.bit(precision)
  }

  mutating func add(_ other: Tally) {
    rows += other.rows
    missing += other.missing
    keys += other.keys
    isOpen = isOpen || other.isOpen
    lower += other.lower
    upper += other.upper
    precisions |= other.precisions
  }

  private static func bit(_ precision: Quantity.Precision) -> UInt8 {
    switch precision {
    case .exact: 1
    case .atLeast: 2
    case .atMost: 4
    case .about: 8
    case .range: 16
    }
  }

  private func has(_ precision: Quantity.Precision) -> Bool {
    precisions & Self.bit(precision) != 0
  }

  /// The value; nil for "not reported".
  func value(_ aggregate: Indicator.Aggregate, countsKeys: Bool, empty: Indicator.Empty)
    -> Quantity?
  {
    guard rows > 0 else { return empty == .zero && !isOpen ? Quantity(0) : nil }
    switch aggregate {
    case .count:
      let count = Quantity(Double(countsKeys ? keys : rows))
      return isOpen ? count.atLeast : count
    case .sum: return sum
    case .mean: return mean
    }
  }

  /// As `Quantity.+` adds, whatever the order.
  private var sum: Quantity? {
    guard rows > missing else { return nil }
    let total: Quantity
    if has(.about) || (has(.atLeast) && has(.atMost)) {
      total = Quantity(lower, .about)
    } else if has(.atLeast) {
      total = Quantity(lower, .atLeast)
    } else if has(.atMost) {
      total = Quantity(upper, .atMost)
    } else {
      total = has(.range) ? Quantity(lower, .range, upper: upper) : Quantity(lower)
    }
    return missing > 0 || isOpen ? total.atLeast : total
  }

  private var mean: Quantity? {
    guard rows > missing else { return nil }
    let count = Double(rows - missing)
    // A mean of some of the records says nothing certain of all.
    if missing > 0 || isOpen { return Quantity(lower / count, .about) }
    guard let sum else { return nil }
    return Quantity(sum.value / count, sum.precision, upper: sum.upper.map { $0 / count })
  }
}

/// Pairs of a tally and a key, so that a key counts once in each.
struct PairSet {
  private var slots: [UInt64] = Array(repeating: .max, count: 64)
  private var count = 0

  /// Adds a pair; false where it is known.
  mutating func insert(_ tally: Int, _ key: Int32) -> Bool {
    let pair = UInt64(truncatingIfNeeded: tally) << 32 | UInt64(UInt32(bitPattern: key))
    var slot = Self.start(pair, slots.count)
    while slots[slot] != .max {
      if slots[slot] == pair { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = pair
    count += 1
    if count * 2 > slots.count { grow() }
    return true
  }

  /// The pairs, in no order.
  var pairs: some Sequence<(tally: Int, key: Int32)> {
    slots.lazy.filter { $0 != .max }.map { pair in
      (Int(pair >> 32), Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF))
    }
  }

  // Both halves are our own numbers from 0, so no input can make them collide on purpose.
  private static func start(_ pair: UInt64, _ count: Int) -> Int {
    let mixed = (pair ^ (pair >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .max, count: old.count * 2)
    for pair in old where pair != .max {
      var slot = Self.start(pair, slots.count)
      while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = pair
    }
  }
}
