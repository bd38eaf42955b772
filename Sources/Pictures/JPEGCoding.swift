import CTurboJPEG

/// JPEG by libjpeg-turbo: the same pixels give the same bytes with the same library.
enum JPEGCoding {
  /// The smallest of the library's eighths whose picture is not below a size.
  static func eighths(
    _ header: PictureHeader, atLeast size: (width: Int, height: Int)
  ) -> Int {
    (1...8).first { eighths in
      part(header.storedWidth, eighths) >= size.width
        && part(header.storedHeight, eighths) >= size.height
    } ?? 8
  }

  /// Decodes at some eighths of the stored size, to grey or RGB.
  static func decode(
    _ bytes: [UInt8], _ header: PictureHeader, eighths: Int
  ) throws(PictureFault) -> Raster {
    let handle = try Decoder()
    let width = part(header.storedWidth, eighths)
    let height = part(header.storedHeight, eighths)
    let isGrey = header.channels == 1
    var raster = Raster(
      width: width, height: height, channels: isGrey ? 1 : 3,
      bytes: [UInt8](repeating: 0, count: width * height * (isGrey ? 1 : 3)))
    try handle.check(
      tjDecompress2(
        handle.pointer, bytes, UInt(bytes.count), &raster.bytes, Int32(width), 0, Int32(height),
        Int32((isGrey ? TJPF_GRAY : TJPF_RGB).rawValue), Decoder.flags))
    return raster
  }

  /// Decodes at some eighths of the stored size, with the colours at half the resolution; nil where
  /// they are stored otherwise.
  static func decodePlanes(
    _ bytes: [UInt8], _ header: PictureHeader, eighths: Int
  ) throws(PictureFault) -> PicturePlanes? {
    let handle = try Decoder()
    var (width, height, sampling, colours) = (Int32(0), Int32(0), Int32(0), Int32(0))
    try handle.check(
      tjDecompressHeader3(
        handle.pointer, bytes, UInt(bytes.count), &width, &height, &sampling, &colours))
    guard sampling == Int32(TJSAMP_420.rawValue), colours == Int32(TJCS_YCbCr.rawValue) else {
      return nil
    }
    width = Int32(part(header.storedWidth, eighths))
    height = Int32(part(header.storedHeight, eighths))
    let sides = (Int32(0)..<3).map { plane in
      (Int(tjPlaneWidth(plane, width, sampling)), Int(tjPlaneHeight(plane, height, sampling)))
    }
    let sizes = sides.map { $0.0 * $0.1 }
    var all = [UInt8](repeating: 0, count: sizes.reduce(0, +))
    let status = all.withUnsafeMutableBufferPointer { buffer in
      let base = buffer.baseAddress
      var planes = [base, base.map { $0 + sizes[0] }, base.map { $0 + sizes[0] + sizes[1] }]
      return tjDecompressToYUVPlanes(
        handle.pointer, bytes, UInt(bytes.count), &planes, width, nil, height, Decoder.flags)
    }
    try handle.check(status)
    var (planes, start) = ([Raster](), 0)
    for (size, count) in zip(sides, sizes) {
      planes.append(
        Raster(
          width: size.0, height: size.1, channels: 1, bytes: Array(all[start..<start + count])))
      start += count
    }
    return PicturePlanes(planes: planes)
  }

  /// Encodes grey or RGB pixels.
  static func encode(
    _ raster: Raster, quality: PictureCopy.Quality
  ) throws(PictureFault) -> [UInt8] {
    let isGrey = raster.channels == 1
    let sampling = isGrey ? TJSAMP_GRAY : quality.isFine ? TJSAMP_444 : TJSAMP_420
    return try coded { handle, buffer, size in
      tjCompress2(
        handle, raster.bytes, Int32(raster.width), 0, Int32(raster.height),
        Int32((isGrey ? TJPF_GRAY : TJPF_RGB).rawValue), buffer, size, Int32(sampling.rawValue),
        quality.level, TJFLAG_ACCURATEDCT)
    }
  }

  /// Encodes planes as they are, for a picture of a size.
  static func encode(
    _ picture: PicturePlanes, width: Int, height: Int, quality: PictureCopy.Quality
  ) throws(PictureFault) -> [UInt8] {
    let planes = picture.even().planes
    return try coded { handle, buffer, size in
      planes[0].bytes.withUnsafeBufferPointer { brightness in
        planes[1].bytes.withUnsafeBufferPointer { blue in
          planes[2].bytes.withUnsafeBufferPointer { red in
            var pointers = [brightness.baseAddress, blue.baseAddress, red.baseAddress]
            return tjCompressFromYUVPlanes(
              handle, &pointers, Int32(width), nil, Int32(height), Int32(TJSAMP_420.rawValue),
              buffer, size, quality.level, TJFLAG_ACCURATEDCT)
          }
        }
      }
    }
  }

  private static func coded(
    _ work: (
      tjhandle, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<UInt>
    ) -> Int32
  ) throws(PictureFault) -> [UInt8] {
    guard let handle = tjInitCompress() else { throw .coding("libjpeg-turbo does not start") }
    defer { tjDestroy(handle) }
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(buffer) }
    guard work(handle, &buffer, &size) == 0, let buffer, let count = Int(exactly: size) else {
      throw .coding(String(cString: tjGetErrorStr2(handle)))
    }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// A side at so many eighths, as the library rounds it.
  static func part(_ side: Int, _ eighths: Int) -> Int { (side * eighths + 7) / 8 }
}

/// The library's decoder, for one picture.
private struct Decoder: ~Copyable {
  let pointer: tjhandle
  /// The scans of a progressive file are bounded, so that none is decoded without end.
  static let flags = TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS

  init() throws(PictureFault) {
    guard let handle = tjInitDecompress() else { throw .coding("libjpeg-turbo does not start") }
    pointer = handle
  }

  deinit { tjDestroy(pointer) }

  /// A warning, such as stray bytes between markers, leaves a picture.
  func check(_ status: Int32) throws(PictureFault) {
    guard status == 0 || tjGetErrorCode(pointer) == TJERR_WARNING.rawValue else {
      throw .coding(String(cString: tjGetErrorStr2(pointer)))
    }
  }
}
