import DisplayList
import Geometry
import Testing

@testable import Press

@Suite struct BleedTests {
  private let bleed = Length(points: 9)

  /// What one mark becomes on a page of 200 by 300 points, in points of the larger page.
  private func bled(_ item: Item) throws -> Item {
    var list = booklet(pages: 1)
    list.pages[0].size = Size(width: 200, height: 300)
    list.pages[0].runs = [MarkedRun(owner: .artifact(.layout), items: [item])]
    let page = try #require(withBleed(list, bleed).pages.first)
    #expect(page.size == Size(width: 218, height: 318))
    #expect(page.links.isEmpty)
    let run = try #require(page.runs.first)
    #expect(run.transform == .translation(x: 9, y: 9))
    return try #require(run.items.first)
  }

  private func bounds(_ rectangle: Rectangle) throws -> Rectangle? {
    guard case .fill(let path, _) = try bled(.fill(.rectangle(rectangle), .black)) else {
      return nil
    }
    return path.bounds
  }

  @Test func `A ground that covers the page covers the bleed`() throws {
    let whole = Rectangle(x: 0, y: 0, width: 200.7, height: 301)
    #expect(try bounds(whole) == Rectangle(x: -9, y: -9, width: 218, height: 318))
  }

  @Test func `A ground at one edge grows over that edge alone`() throws {
    let foot = Rectangle(x: 20, y: 250, width: 60, height: 50)
    #expect(try bounds(foot) == Rectangle(x: 20, y: 250, width: 60, height: 59))
  }

  @Test func `A mark within the page keeps its shape`() throws {
    let inside = Rectangle(x: 20, y: 30, width: 60, height: 50)
    #expect(try bounds(inside) == inside)
  }

  @Test func `A line that was drawn through the bleed keeps its way`() throws {
    let line = Path([
      .move(Point(x: 150, y: 40)), .line(Point(x: 198, y: 52)), .line(Point(x: 214, y: 70)),
    ])
    guard case .stroke(let path, _) = try bled(.stroke(line, Stroke(width: 2, colour: .black)))
    else { return }
    #expect(path == line)
  }

  @Test func `A line that ends at the edge goes on to the end of the bleed`() throws {
    let line = Path.line(Point(x: 150, y: 40), Point(x: 200, y: 40))
    guard case .stroke(let path, _) = try bled(.stroke(line, Stroke(width: 2, colour: .black)))
    else { return }
    #expect(path.bounds.maxX == 209)
  }

  @Test func `A round shape at an edge is not bent`() throws {
    let circle = Path.circle(centre: Point(x: 195, y: 40), radius: 8)
    guard case .fill(let path, _) = try bled(.fill(circle, .black)) else { return }
    #expect(path == circle)
  }

  @Test func `What lies outside the page is not drawn into the bleed`() throws {
    let outside = Rectangle(x: 203, y: 20, width: 3, height: 60)
    #expect(try bounds(outside) == outside)
  }

  private func picture(crop: Rectangle) throws -> Image {
    let image = Image(
      path: "a.jpg", format: .jpeg, pixels: Size(width: 4000, height: 4000),
      frame: Rectangle(x: 0, y: 0, width: 200, height: 150), crop: crop)
    guard case .image(let bled) = try bled(.image(image)) else { return image }
    return bled
  }

  @Test func `A picture shows more of itself in the bleed where it was cropped`() throws {
    let crop = Rectangle(x: 0.2, y: 0.2, width: 0.4, height: 0.3)
    let bled = try picture(crop: crop)
    #expect(bled.frame == Rectangle(x: -9, y: -9, width: 218, height: 159))
    // As many pixels on a point as before: what stands on the page stands where it stood.
    #expect(abs(bled.crop.width - 0.4 / 200 * 218) < 1e-9)
    #expect(abs(bled.crop.x - (0.2 - 9 * 0.4 / 200)) < 1e-9)
    #expect(abs(bled.crop.y - (0.2 - 9 * 0.3 / 150)) < 1e-9)
  }

  @Test func `A picture that is shown whole grows into the bleed without being distorted`() throws {
    let bled = try picture(crop: Rectangle(x: 0, y: 0.125, width: 1, height: 0.75))
    #expect(bled.crop.width == 1 || bled.crop.height == 1)
    #expect(bled.crop.maxX <= 1.000001 && bled.crop.maxY <= 1.000001)
    let across = bled.crop.width * 4000 / bled.frame.width
    let down = bled.crop.height * 4000 / bled.frame.height
    #expect(abs(across - down) < 1e-6)
  }

  @Test func `The colours of a list are known with their first pages`() {
    var list = booklet(pages: 2)
    let square = Path.rectangle(Rectangle(x: 9, y: 9, width: 9, height: 9))
    list.pages[1].runs.append(
      MarkedRun(owner: .artifact(.layout), items: [.fill(square, Colour(0xA3281C))]))
    #expect(list.colours == [.black: 0, Colour(0xA3281C): 1])
  }
}
