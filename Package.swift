// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is strict in the same way; see docs/architecture.md.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// One row of docs/architecture.md: a target and all that it may import.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of one module, which may also use what the module uses.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// Swift's runtime and Foundation inside the program: a small build spends a seventh of its time on
/// finding their symbols, and every call into them goes through a table. What Foundation stands on
/// is named once more, after all that ask for it.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-Xlinker", "-lCoreFoundation", "-Xlinker", "-l_FoundationCollections",
      "-Xlinker", "-l_FoundationCShims", "-Xlinker", "-l_FoundationICU", "-Xlinker", "-lstdc++",
    ], .when(platforms: [.linux], configuration: .release))
]

let systemTargets: [Target] = [
  system("CCairo", "cairo-ft", "libcairo2-dev"),
  system("CDeflate", "libdeflate", "libdeflate-dev"),
  system("CFreeType", "freetype2", "libfreetype-dev"),
  system("CHarfBuzz", "harfbuzz", "libharfbuzz-dev"),
  system("CQPDF", "libqpdf", "libqpdf-dev"),
  system("CMarkdown", "libcmark-gfm", "libcmark-gfm-dev"),
  system("CICUI18N", "icu-i18n", "libicu-dev"),
  system("CICUUC", "icu-uc", "libicu-dev"),
  system("COpenSSL", "libcrypto", "libssl-dev"),
  system("CPNG", "libpng", "libpng-dev"),
  system("CPQ", "libpq", "libpq-dev"),
  system("CSQLite", "sqlite3", "libsqlite3-dev"),
  system("CTurboJPEG", "libturbojpeg", "libturbojpeg0-dev"),
  system("CQREncode", "libqrencode", "libqrencode-dev"),
  system("CXLSXWriter", "xlsxwriter", "libxlsxwriter-dev"),
  system("CXML", "libxml-2.0", "libxml2-dev"),
  system("CYAML", "yaml-0.1", "libyaml-dev"),
  system("CZip", "libzip", "libzip-dev"),
]

let modules: [Target] = [
  .target(name: "CCollation", dependencies: ["CICUI18N"]),
  .target(name: "CUnicode", dependencies: ["CICUUC"]),
  module("Geometry"),
  module(
    "Records", ["CPQ", "CXLSXWriter", "CXML", "CYAML", "CSQLite", "CZip"],
    resources: [.copy("Vocabularies")]),
  module("Archive", ["COpenSSL"]),
  module("Ledger", ["Records", "CSQLite"]),
  module("DocumentModel"),
  module("Fonts", ["Geometry", "CHarfBuzz"]),
  module("Themes", ["Geometry", "Records"], resources: [.copy("Styles")]),
  module("Pictures", ["Geometry", "CTurboJPEG", "CPNG"]),
  module("QRCodes", ["CQREncode"]),
  module(
    "Charts", ["Geometry", "DocumentModel"], resources: [.copy("Geography")]),
  module("DisplayList", ["Geometry", "Fonts"]),
  module(
    "Typesetting", ["Geometry", "Fonts", "CUnicode"], resources: [.copy("Hyphenation")]),
  module(
    "ReportComposition", ["Records", "Ledger", "DocumentModel", "CCollation", "CMarkdown"]),
  module("Checking", ["Records", "Ledger", "DocumentModel", "ReportComposition"]),
  module(
    "PageLayout",
    [
      "Geometry", "Themes", "DocumentModel", "Charts", "Fonts", "QRCodes", "Typesetting",
      "DisplayList",
    ]),
  module(
    "HTMLWriter", ["Geometry", "Themes", "DocumentModel", "Charts"],
    resources: [.copy("Assets")]),
  module(
    "PDFPainter", ["Geometry", "DisplayList", "Fonts", "Pictures", "CCairo", "CFreeType"]),
  module("Press", ["Geometry", "DisplayList"]),
  module(
    "PDFFinishing", ["Geometry", "DisplayList", "CDeflate"], resources: [.copy("Profiles")]),
  module(
    "Publishing",
    [
      "Geometry", "Records", "Themes", "Ledger", "DocumentModel", "Fonts", "Pictures",
      "DisplayList",
      "Typesetting",
      "ReportComposition", "Checking", "PageLayout", "HTMLWriter", "PDFPainter", "Press",
      "PDFFinishing",
      "Archive",
    ]),
  .executableTarget(
    name: "annals", dependencies: ["Publishing", "Archive", argumentParser],
    swiftSettings: strict, linkerSettings: staticRuntime),
  tests("Geometry", ["Geometry"]),
  tests("Records", ["Records", "CSQLite"]),
  tests("Archive", ["Archive"]),
  tests("Ledger", ["Ledger", "Records"]),
  tests("Fonts", ["Fonts", "Geometry"]),
  tests("Themes", ["Themes", "Geometry", "Records"]),
  tests("Pictures", ["Pictures", "Geometry"]),
  tests("QRCodes", ["QRCodes"]),
  tests("Charts", ["Charts", "DocumentModel", "Geometry"]),
  tests("DisplayList", ["DisplayList", "Geometry", "Fonts"]),
  tests("Typesetting", ["Typesetting", "Fonts", "Geometry"], resources: [.copy("Baseline")]),
  tests("ReportComposition", ["ReportComposition", "Records", "Ledger", "DocumentModel"]),
  tests("Checking", ["Checking", "Records", "Ledger", "DocumentModel", "ReportComposition"]),
  tests(
    "PageLayout",
    [
      "PageLayout", "Charts", "Themes", "DocumentModel", "DisplayList", "Fonts", "Geometry",
      "Typesetting",
    ]),
  tests("HTMLWriter", ["HTMLWriter", "Themes", "DocumentModel"]),
  tests("PDFPainter", ["PDFPainter", "DisplayList", "Fonts", "Pictures", "Geometry"]),
  tests("Press", ["Press", "DisplayList", "Fonts", "Geometry"]),
  tests(
    "PDFFinishing", ["PDFFinishing", "PDFPainter", "DisplayList", "Fonts", "Geometry", "CQPDF"]),
  tests(
    "Publishing",
    [
      "Publishing", "Records", "Ledger", "Archive", "DocumentModel", "ReportComposition",
      "Pictures", "Themes", "Typesetting", "DisplayList", "PageLayout", "Press", "Fonts",
      "Geometry", "annals",
    ]),
]

let package = Package(
  name: "annals",
  products: [
    .executable(name: "annals", targets: ["annals"]),
    .library(name: "Reading", targets: ["Records", "Ledger"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: systemTargets + modules
)
