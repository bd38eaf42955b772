/// Decoded pixels as most photographs are coded: brightness, and two colour differences at half the
/// resolution across and down. A copy that is coded in the same way needs no RGB between.
struct PicturePlanes {
  /// Brightness, blue difference, red difference; one channel each. A plane may be wider or higher
  /// than the picture, up to whole pixels of the colours.
  var planes: [Raster]

  /// A part of the pixels, which must lie within them and begin at even ones.
  func cut(x: Int, y: Int, width: Int, height: Int) -> PicturePlanes {
    each { plane, isHalf in
      isHalf
        ? plane.cut(x: x / 2, y: y / 2, width: (width + 1) / 2, height: (height + 1) / 2)
        : plane.cut(x: x, y: y, width: width, height: height)
    }
  }

  /// The pixels averaged to another size, which is at most the size they have.
  func resampled(width: Int, height: Int) -> PicturePlanes {
    each { plane, isHalf in
      isHalf
        ? plane.resampled(
          width: min(plane.width, (width + 1) / 2), height: min(plane.height, (height + 1) / 2))
        : plane.resampled(width: width, height: height)
    }
  }

  /// The planes with an even number of pixels across and down, as the coder reads them; the last
  /// pixel stands twice where one is missing.
  func even() -> PicturePlanes {
    each { plane, isHalf in isHalf ? plane : plane.padded(plane.width % 2, plane.height % 2) }
  }

  private func each(_ change: (Raster, _ isHalf: Bool) -> Raster) -> PicturePlanes {
    PicturePlanes(planes: planes.enumerated().map { change($1, $0 > 0) })
  }
}

extension Raster {
  /// The pixels of one channel with the last column and the last row repeated.
  fileprivate func padded(_ columns: Int, _ rows: Int) -> Raster {
    guard columns + rows > 0 else { return self }
    var result = Raster(width: width + columns, height: height + rows, channels: 1, bytes: [])
    result.bytes.reserveCapacity(result.width * result.height)
    for row in 0..<height + rows {
      let start = min(row, height - 1) * width
      result.bytes += bytes[start..<start + width]
      for _ in 0..<columns { result.bytes.append(bytes[start + width - 1]) }
    }
    return result
  }
}
