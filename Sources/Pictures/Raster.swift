/// Decoded pixels: eight bits a channel, row by row from the upper left.
struct Raster {
  var width: Int
  var height: Int
  /// 1 grey, 2 grey and opacity, 3 RGB, 4 RGB and opacity.
  var channels: Int
  var bytes: [UInt8]

  /// The pixels set upright.
  func turned(_ orientation: Orientation) -> Raster {
    guard orientation != .upright else { return self }
    let swaps = orientation.swapsSides
    var result = Raster(
      width: swaps ? height : width, height: swaps ? width : height, channels: channels,
      bytes: [UInt8](repeating: 0, count: bytes.count))
    // Where the upright picture begins in the stored one, and the steps to its right and downwards.
    let (column, row) = (channels, width * channels)
    let (lastColumn, lastRow) = ((width - 1) * column, (height - 1) * row)
    let (start, right, down) =
      switch orientation {
      case .upright: (0, column, row)
      case .mirrored: (lastColumn, -column, row)
      case .halfTurn: (lastColumn + lastRow, -column, -row)
      case .flipped: (lastRow, column, -row)
      case .transposed: (0, row, column)
      case .quarterTurn: (lastRow, -row, column)
      case .transversed: (lastColumn + lastRow, -row, -column)
      case .threeQuarterTurn: (lastColumn, row, -column)
      }
    let channels = channels
    let (wide, high) = (result.width, result.height)
    bytes.withUnsafeBufferPointer { source in
      result.bytes.withUnsafeMutableBufferPointer { target in
        var out = 0
        for y in 0..<high {
          var at = start + y * down
          for _ in 0..<wide {
            for channel in 0..<channels { target[out + channel] = source[at + channel] }
            out += channels
            at += right
          }
        }
      }
    }
    return result
  }

  /// A part of the pixels, which must lie within them.
  func cut(x: Int, y: Int, width: Int, height: Int) -> Raster {
    guard width != self.width || height != self.height else { return self }
    var result = Raster(width: width, height: height, channels: channels, bytes: [])
    result.bytes.reserveCapacity(width * height * channels)
    for row in y..<y + height {
      let start = (row * self.width + x) * channels
      result.bytes += bytes[start..<start + width * channels]
    }
    return result
  }

  /// Colours weighed by their opacity, so that what cannot be seen does not bleed when pixels are
  /// averaged.
  mutating func weighByOpacity() {
    each { pixel, colours in
      let alpha = Int(pixel[colours])
      for channel in 0..<colours {
        pixel[channel] = UInt8(truncatingIfNeeded: (Int(pixel[channel]) * alpha + 127) / 255)
      }
    }
  }

  /// The reverse of `weighByOpacity`.
  mutating func unweigh() {
    each { pixel, colours in
      let alpha = Int(pixel[colours])
      guard alpha > 0 else { return }
      for channel in 0..<colours {
        let value = (Int(pixel[channel]) * 255 + alpha / 2) / alpha
        pixel[channel] = UInt8(truncatingIfNeeded: min(255, value))
      }
    }
  }

  private mutating func each(_ change: (UnsafeMutablePointer<UInt8>, Int) -> Void) {
    guard channels.isMultiple(of: 2) else { return }
    let (count, channels) = (width * height, channels)
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for pixel in 0..<count { change(base + pixel * channels, channels - 1) }
    }
  }
}
