// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// `REDSAIL_STRICT=1` (set by `make test`) turns every warning of this package into an error.
let strict = ProcessInfo.processInfo.environment["REDSAIL_STRICT"] != nil

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "RedSail",
  platforms: [.macOS(.v26)],
  products: [],
  dependencies: [],
  targets: []
)
