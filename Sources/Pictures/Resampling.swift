/// For each new pixel of a side, which old ones it is made of: a tent as wide as the reduction, in
/// whole numbers, so that every machine makes the same bytes.
struct Tent {
  /// One is 2^14.
  static let bits: Int32 = 14
  /// How many old pixels a new one is made of; where it is fewer, the rest weigh nothing.
  let count: Int
  /// The first of them, for each new pixel.
  private(set) var starts: [Int] = []
  /// `count` weights for each new pixel. Sixteen bits: a product with a byte is two instructions
  /// for many pixels at once.
  private(set) var weights: [Int16] = []

  init(from old: Int, to new: Int) {
    let ratio = Double(old) / Double(new)
    let reach = max(1, ratio)
    count = min(old, 2 * Int(reach.rounded(.up)) + 1)
    starts.reserveCapacity(new)
    weights.reserveCapacity(new * count)
    for index in 0..<new {
      let centre = (Double(index) + 0.5) * ratio - 0.5
      let first = max(0, Int((centre - reach).rounded(.up)))
      let start = min(first, old - count)
      let shares = (start..<start + count).map { max(0, 1 - abs(Double($0) - centre) / reach) }
      let sum = max(shares.reduce(0, +), .leastNonzeroMagnitude)
      let one = Double(1 << Self.bits)
      var whole = shares.map { Int16(clamping: Int(($0 / sum * one).rounded())) }
      // Rounding must neither darken nor brighten.
      let missing = (1 << Int(Self.bits)) - whole.reduce(0) { $0 + Int($1) }
      let middle = max(0, min(count - 1, Int(centre.rounded()) - start))
      whole[middle] = Int16(clamping: Int(whole[middle]) + missing)
      starts.append(start)
      weights += whole
    }
  }
}

extension Raster {
  /// The pixels averaged to another size, which is at most the size they have.
  func resampled(width newWidth: Int, height newHeight: Int) -> Raster {
    guard newWidth != width || newHeight != height else { return self }
    var result = self
    result.weighByOpacity()
    // Rows first: whole lines are averaged at once, and fewer are left for the columns.
    if newHeight != height { result.lowerRows(Tent(from: height, to: newHeight), newHeight) }
    if newWidth != width { result.narrowLines(Tent(from: width, to: newWidth), newWidth) }
    result.unweigh()
    return result
  }

  private mutating func lowerRows(_ tent: Tent, _ newHeight: Int) {
    let line = width * channels
    var result = [UInt8](repeating: 0, count: newHeight * line)
    var sums = [Int32](repeating: 0, count: line)
    bytes.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        sums.withUnsafeMutableBufferPointer { sums in
          for row in 0..<newHeight {
            let rows = UnsafeBufferPointer(rebasing: source[(tent.starts[row] * line)...])
            let out = UnsafeMutableBufferPointer(rebasing: target[(row * line)...])
            let first = row * tent.count
            average(rows, line, tent.weights[first..<first + tent.count], sums, into: out)
          }
        }
      }
    }
    (bytes, height) = (result, newHeight)
  }

  private mutating func narrowLines(_ tent: Tent, _ newWidth: Int) {
    let (line, channels) = (width * channels, channels)
    var result = [UInt8](repeating: 0, count: height * newWidth * channels)
    bytes.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for row in 0..<height {
          let old = UnsafeBufferPointer(rebasing: source[(row * line)...])
          let new = UnsafeMutableBufferPointer(rebasing: target[(row * newWidth * channels)...])
          if channels == 3 {
            averageColours(old, tent, into: new)
          } else {
            for channel in 0..<channels {
              averageChannel(old, channel, of: channels, tent, into: new)
            }
          }
        }
      }
    }
    (bytes, width) = (result, newWidth)
  }
}

private let half: Int32 = 1 << (Tent.bits - 1)

@inline(__always)
private func byte(_ sum: Int32) -> UInt8 {
  UInt8(truncatingIfNeeded: max(0, min(255, sum &>> Tent.bits)))
}

/// One new row out of as many old ones as there are weights.
private func average(
  _ rows: UnsafeBufferPointer<UInt8>, _ line: Int, _ weights: ArraySlice<Int16>,
  _ sums: UnsafeMutableBufferPointer<Int32>, into target: UnsafeMutableBufferPointer<UInt8>
) {
  for column in 0..<line { sums[column] = half }
  var start = 0
  for weight in weights {
    if weight != 0 {
      for column in 0..<line {
        sums[column] &+= Int32(rows[start &+ column]) &* Int32(weight)
      }
    }
    start &+= line
  }
  for column in 0..<line { target[column] = byte(sums[column]) }
}

/// A row of RGB pixels.
private func averageColours(
  _ source: UnsafeBufferPointer<UInt8>, _ tent: Tent,
  into target: UnsafeMutableBufferPointer<UInt8>
) {
  tent.starts.withUnsafeBufferPointer { starts in
    tent.weights.withUnsafeBufferPointer { weights in
      var (weight, out) = (0, 0)
      for start in starts {
        var (red, green, blue) = (half, half, half)
        var at = start &* 3
        for _ in 0..<tent.count {
          let share = Int32(weights[weight])
          red &+= Int32(source[at]) &* share
          green &+= Int32(source[at &+ 1]) &* share
          blue &+= Int32(source[at &+ 2]) &* share
          weight &+= 1
          at &+= 3
        }
        target[out] = byte(red)
        target[out &+ 1] = byte(green)
        target[out &+ 2] = byte(blue)
        out &+= 3
      }
    }
  }
}

/// One channel of a row.
private func averageChannel(
  _ source: UnsafeBufferPointer<UInt8>, _ channel: Int, of channels: Int, _ tent: Tent,
  into target: UnsafeMutableBufferPointer<UInt8>
) {
  tent.starts.withUnsafeBufferPointer { starts in
    tent.weights.withUnsafeBufferPointer { weights in
      var (weight, out) = (0, channel)
      for start in starts {
        var sum = half
        var at = start &* channels &+ channel
        for _ in 0..<tent.count {
          sum &+= Int32(source[at]) &* Int32(weights[weight])
          weight &+= 1
          at &+= channels
        }
        target[out] = byte(sum)
        out &+= channels
      }
    }
  }
}
