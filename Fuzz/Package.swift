// swift-tools-version: 6.2
import PackageDescription

/// The fuzz targets of the readers, apart from the package itself: libFuzzer brings its own `main`,
/// and no test could be built beside it. `scripts/fuzz.sh` builds and runs them.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "annals", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "Reading", package: "annals")],
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
  ]
)
