import Geometry
import Testing

@Suite struct TransformTests {
  @Test func `maps follow one another in the order in which they are named`() {
    let map = Transform.scale(2).then(.translation(x: 10, y: 0))
    #expect(map.apply(Point(x: 1, y: 1)) == Point(x: 12, y: 2))
    let other = Transform.translation(x: 10, y: 0).then(.scale(2))
    #expect(other.apply(Point(x: 1, y: 1)) == Point(x: 22, y: 2))
  }

  @Test func `a quarter turn keeps a rectangle upright`() {
    let turn = Transform(xx: 0, yx: 1, xy: -1, yy: 0, x0: 0, y0: 0)
    let turned = turn.apply(Rectangle(x: 1, y: 2, width: 3, height: 4))
    #expect(turned == Rectangle(x: -6, y: 1, width: 4, height: 3))
  }

  @Test func `nothing moves under the identity`() {
    let map = Transform(xx: 1, yx: 2, xy: 3, yy: 4, x0: 5, y0: 6)
    #expect(map.then(.identity) == map)
    #expect(Transform.identity.then(map) == map)
  }
}
