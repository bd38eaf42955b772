import Foundation

/// Why a map cannot be drawn: a file that the program ships is not there or is not what it was.
public struct GeographyError: Error, Hashable, Sendable {
  /// The file's name.
  public let file: String
}

/// The world's land as closed rings without boundary lines, made by scripts/land.py from Natural
/// Earth's 1:50m countries. It is read when the first map is drawn, and then kept.
struct LandMask {
  /// Degrees east and north in hundredths, and what a point matters, point by point.
  private(set) var east: [Int16] = []
  private(set) var north: [Int16] = []
  private(set) var ranks: [UInt8] = []
  /// Where each ring starts, and the end of the last.
  private(set) var starts = [0]
  /// The highest rank of each ring.
  private(set) var peaks: [UInt8] = []

  static let shipped: Result<LandMask, GeographyError> = Result { () throws(GeographyError) in
    guard let mask = LandMask(try Geography.bytes("land.bin")) else {
      throw GeographyError(file: "land.bin")
    }
    return mask
  }

  /// Reads the rings; nil where the bytes are not a whole file.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 6, bytes.starts(with: Array("LND1".utf8)) else { return nil }
    func word(_ index: Int) -> UInt16 { UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8 }
    var index = 6
    for _ in 0..<word(4) {
      guard index + 2 <= bytes.count else { return nil }
      let count = Int(word(index))
      index += 2
      guard index + 5 * count <= bytes.count else { return nil }
      var peak: UInt8 = 0
      for _ in 0..<count {
        east.append(Int16(bitPattern: word(index)))
        north.append(Int16(bitPattern: word(index + 2)))
        ranks.append(bytes[index + 4])
        peak = max(peak, bytes[index + 4])
        index += 5
      }
      starts.append(east.count)
      peaks.append(peak)
    }
    guard index == bytes.count else { return nil }
  }

  /// The rings in degrees, with the points that matter at a scale, each ring running on over the
  /// antimeridian instead of jumping.
  ///
  /// - Parameters:
  ///   - degree: how many points a degree is long at the equator.
  ///   - detail: corners that take less than its square from a ring are left out, in points.
  func rings(degree: Double, detail: Double) -> [GlobeRing] {
    let smallest = detail * detail / max(degree * degree, 1e-6)
    let least = UInt8(min(max(8 * (log2(smallest) + 20), 0), 255))
    return peaks.indices.compactMap { ring in
      guard peaks[ring] >= least else { return nil }
      var points = GlobeRing()
      for index in starts[ring]..<starts[ring + 1] where ranks[index] >= least {
        points.append(east: Double(east[index]) / 100, north: Double(north[index]) / 100)
      }
      return points.count > 2 ? points : nil
    }
  }
}

/// The files on geography that the program ships.
public enum Geography {
  static func bytes(_ name: String) throws(GeographyError) -> [UInt8] {
    let place = Bundle.module.resourceURL?.appendingPathComponent("Geography/" + name)
    guard let place else { throw GeographyError(file: name) }
    do {
      return Array(try Data(contentsOf: place))
    } catch { throw GeographyError(file: name) }
  }

  /// Reads what maps are drawn from, once; after it, drawing a map cannot fail.
  public static func load() throws(GeographyError) {
    _ = try LandMask.shipped.get()
    _ = try TileGrid.shipped.get()
  }
}
