import CPNG

/// PNG by libpng's simplified interface: palettes, interlaced rows and sixteen bits all come out as
/// eight bits a channel in sRGB.
enum PNGCoding {
  static func decode(_ bytes: [UInt8], _ header: PictureHeader) throws(PictureFault) -> Raster {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    let channels = header.channels
    let decoded = bytes.withUnsafeBytes { raw -> Raster? in
      guard png_image_begin_read_from_memory(&image, raw.baseAddress, raw.count) != 0 else {
        return nil
      }
      // Sixteen bits without a word on their gamma are taken for sRGB, as eight bits are.
      image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
      image.format = format(channels)
      var raster = Raster(
        width: Int(image.width), height: Int(image.height), channels: channels,
        bytes: [UInt8](repeating: 0, count: Int(image.width) * Int(image.height) * channels))
      return png_image_finish_read(&image, nil, &raster.bytes, 0, nil) != 0 ? raster : nil
    }
    guard let decoded else { throw .coding(message(image)) }
    return decoded
  }

  static func encode(_ raster: Raster) throws(PictureFault) -> [UInt8] {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(raster.width)
    image.height = UInt32(raster.height)
    image.format = format(raster.channels)
    defer { png_image_free(&image) }
    // Never more than the pixels, a filter byte a row, zlib's blocks and the chunks around them.
    var size = raster.bytes.count + raster.bytes.count / 512 + raster.height * 2 + 4096
    var result = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &result, &size, 0, raster.bytes, 0, nil) != 0 else {
      throw .coding(message(image))
    }
    return Array(result.prefix(size))
  }

  private static func format(_ channels: Int) -> UInt32 {
    let colour = channels > 2 ? UInt32(PNG_FORMAT_FLAG_COLOR) : 0
    return colour | (channels.isMultiple(of: 2) ? UInt32(PNG_FORMAT_FLAG_ALPHA) : 0)
  }

  private static func message(_ image: png_image) -> String {
    withUnsafeBytes(of: image.message) { raw in
      String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
