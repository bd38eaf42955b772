import Charts
import DocumentModel

extension ReportWriter {
  /// The report at a glance: the sentence, the figures, the chart or map.
  mutating func node(of glance: GlanceBlock) -> HTMLNode {
    var content: [HTMLNode] = []
    if !glance.sentence.isEmpty {
      content.append(.element(.p, [.class("glance-sentence")], inlines(glance.sentence)))
    }
    content.append(keyFigures(glance.figures))
    if let picture = glance.picture { content.append(node(of: picture)) }
    return .element(.div, [.class("glance wide")], content)
  }

  /// A partner: names, facts as terms with what is on record, picture and figures beside them.
  mutating func node(of profile: ProfileBlock) -> HTMLNode {
    var main = [HTMLNode.element(.p, [.class("profile-name")], inlines(profile.name))]
    for name in profile.otherNames {
      main.append(.element(.p, [.class("profile-other-name")], inlines(name)))
    }
    if !profile.line.isEmpty {
      main.append(.element(.p, [.class("profile-line")], inlines(profile.line)))
    }
    if !profile.facts.isEmpty { main.append(facts(of: profile)) }
    var side: [HTMLNode] = []
    if let picture = profile.picture {
      let image = self.picture(
        PictureView(picture.image, shape: picture.image.shownRatio, columns: 5),
        picture.alternative, columns: 5)
      let words = captionNode(inlines(picture.caption), credit: picture.credit)
      side.append(.element(.figure, [.class("profile-picture")], [image] + words))
    }
    if !profile.figures.isEmpty {
      side.append(keyFigures(profile.figures, style: "figures side-figures"))
    }
    var content = [HTMLNode.element(.div, [.class("profile-main")], main)]
    if !side.isEmpty { content.append(.element(.div, [.class("profile-side")], side)) }
    return .element(
      .div,
      [
        .id(profile.anchor), .class("profile wide"), .set(.role, "group"),
        .set(.ariaLabel, profile.name.plainText),
      ], content)
  }

  private mutating func facts(of profile: ProfileBlock) -> HTMLNode {
    var groups: [HTMLNode] = []
    for fact in profile.facts {
      var content = [HTMLNode.element(.dt, [], inlines(fact.term))]
      for line in fact.lines { content.append(.element(.dd, [], inlines(line))) }
      groups.append(.element(.div, [], content))
    }
    return .element(.dl, [.class("facts")], groups)
  }

  /// What is drawn beside a large figure, with its small print.
  mutating func nodes(of picture: FigurePicture) -> [HTMLNode] {
    let isArray = picture.chart.form == .icons
    let drawing = Drawing(
      picture, width: isArray ? 300 : 240, measure: WebMeasure.labels)
    let writer = DrawingWriter(
      alternative: picture.alternative, style: isArray ? "figure-marks" : "figure-line")
    var content = [writer.node(of: drawing)]
    if !picture.note.isEmpty {
      content.append(.element(.figcaption, [], inlines(picture.note)))
    }
    return [.element(.figure, [.class("figure-drawing")], content)]
  }
}
