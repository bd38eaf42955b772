/// For each new pixel of a side, which old ones it is made of: a tent as wide as the reduction, in
/// whole numbers, so that every machine makes the same bytes.
private struct Tent {
  /// One is 2^14.
  static let bits = 14
  var starts: [Int] = []
  var counts: [Int] = []
  var offsets: [Int] = []
  var weights: [Int] = []

  init(from old: Int, to new: Int) {
    let ratio = Double(old) / Double(new)
    let reach = max(1, ratio)
    for index in 0..<new {
      let centre = (Double(index) + 0.5) * ratio - 0.5
      let first = max(0, Int((centre - reach).rounded(.up)))
      let last = max(first, min(old - 1, Int((centre + reach).rounded(.down))))
      let shares = (first...last).map { max(0, 1 - abs(Double($0) - centre) / reach) }
      let sum = max(shares.reduce(0, +), .leastNonzeroMagnitude)
      var whole = shares.map { Int(($0 / sum * Double(1 << Self.bits)).rounded()) }
      // Rounding must neither darken nor brighten.
      whole[whole.count / 2] += (1 << Self.bits) - whole.reduce(0, +)
      starts.append(first)
      counts.append(whole.count)
      offsets.append(weights.count)
      weights += whole
    }
  }
}

extension Raster {
  /// The pixels averaged to another size, which is at most the size they have.
  func resampled(width newWidth: Int, height newHeight: Int) -> Raster {
    guard newWidth != width || newHeight != height else { return self }
    var source = self
    source.weighByOpacity()
    let narrow = source.averaged(
      Tent(from: width, to: newWidth), lines: height, line: width * channels, step: channels)
    var wide = Raster(width: newWidth, height: height, channels: channels, bytes: narrow)
    let low = wide.loweredRows(Tent(from: height, to: newHeight), newHeight)
    wide = Raster(width: newWidth, height: newHeight, channels: channels, bytes: low)
    wide.unweigh()
    return wide
  }

  private func averaged(_ tent: Tent, lines: Int, line: Int, step: Int) -> [UInt8] {
    let count = tent.starts.count
    var result = [UInt8](repeating: 0, count: lines * count * step)
    bytes.withUnsafeBufferPointer { source in
      tent.weights.withUnsafeBufferPointer { weights in
        result.withUnsafeMutableBufferPointer { target in
          for row in 0..<lines {
            var out = row * count * step
            for index in 0..<count {
              let first = row * line + tent.starts[index] * step
              for channel in 0..<step {
                var (sum, at) = (1 << (Tent.bits - 1), first + channel)
                var weight = tent.offsets[index]
                let end = weight + tent.counts[index]
                while weight < end {
                  sum &+= weights[weight] &* Int(source[at])
                  weight &+= 1
                  at &+= step
                }
                target[out] = UInt8(truncatingIfNeeded: max(0, min(255, sum >> Tent.bits)))
                out &+= 1
              }
            }
          }
        }
      }
    }
    return result
  }

  private func loweredRows(_ tent: Tent, _ newHeight: Int) -> [UInt8] {
    let line = width * channels
    var result = [UInt8](repeating: 0, count: newHeight * line)
    bytes.withUnsafeBufferPointer { source in
      tent.weights.withUnsafeBufferPointer { weights in
        result.withUnsafeMutableBufferPointer { target in
          for row in 0..<newHeight {
            let (start, offset, count) = (tent.starts[row], tent.offsets[row], tent.counts[row])
            for column in 0..<line {
              var (sum, at) = (1 << (Tent.bits - 1), start * line + column)
              for weight in offset..<offset + count {
                sum &+= weights[weight] &* Int(source[at])
                at &+= line
              }
              target[row * line + column] = UInt8(
                truncatingIfNeeded: max(0, min(255, sum >> Tent.bits)))
            }
          }
        }
      }
    }
    return result
  }
}
