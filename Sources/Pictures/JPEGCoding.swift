import CTurboJPEG

/// JPEG by libjpeg-turbo: the same pixels give the same bytes with the same library.
enum JPEGCoding {
  /// Decodes at the smallest of the library's eighths that is not below the wanted size.
  static func decode(
    _ bytes: [UInt8], _ header: PictureHeader, atLeast size: (width: Int, height: Int)
  ) throws(PictureFault) -> Raster {
    guard let handle = tjInitDecompress() else { throw .coding("libjpeg-turbo does not start") }
    defer { tjDestroy(handle) }
    let scale = (1...8).first { eighths in
      part(header.storedWidth, eighths) >= size.width
        && part(header.storedHeight, eighths) >= size.height
    }
    let width = part(header.storedWidth, scale ?? 8)
    let height = part(header.storedHeight, scale ?? 8)
    let isGrey = header.channels == 1
    var raster = Raster(
      width: width, height: height, channels: isGrey ? 1 : 3,
      bytes: [UInt8](repeating: 0, count: width * height * (isGrey ? 1 : 3)))
    // The scans of a progressive file are bounded, so that none is decoded without end.
    let flags = TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS
    let status = tjDecompress2(
      handle, bytes, UInt(bytes.count), &raster.bytes, Int32(width), 0, Int32(height),
      Int32((isGrey ? TJPF_GRAY : TJPF_RGB).rawValue), flags)
    // A warning, such as stray bytes between markers, leaves a picture.
    guard status == 0 || tjGetErrorCode(handle) == TJERR_WARNING.rawValue else {
      throw .coding(String(cString: tjGetErrorStr2(handle)))
    }
    return raster
  }

  /// Encodes grey or RGB pixels.
  static func encode(
    _ raster: Raster, quality: PictureCopy.Quality
  ) throws(PictureFault) -> [UInt8] {
    guard let handle = tjInitCompress() else { throw .coding("libjpeg-turbo does not start") }
    defer { tjDestroy(handle) }
    let isGrey = raster.channels == 1
    let sampling = isGrey ? TJSAMP_GRAY : quality.isFine ? TJSAMP_444 : TJSAMP_420
    var buffer: UnsafeMutablePointer<UInt8>?
    var size: UInt = 0
    defer { tjFree(buffer) }
    let status = tjCompress2(
      handle, raster.bytes, Int32(raster.width), 0, Int32(raster.height),
      Int32((isGrey ? TJPF_GRAY : TJPF_RGB).rawValue), &buffer, &size, Int32(sampling.rawValue),
      quality.level, TJFLAG_ACCURATEDCT | (quality.isFine ? 0 : TJFLAG_PROGRESSIVE))
    guard status == 0, let buffer, let count = Int(exactly: size) else {
      throw .coding(String(cString: tjGetErrorStr2(handle)))
    }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// A side at so many eighths, as the library rounds it.
  private static func part(_ side: Int, _ eighths: Int) -> Int { (side * eighths + 7) / 8 }
}
