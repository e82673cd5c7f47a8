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
  name: "redsail-codegen",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "protoc-gen-redsail-swift", targets: ["protoc-gen-redsail-swift"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0")
  ],
  targets: [
    .target(
      name: "SwiftGenerator",
      dependencies: [
        .product(name: "SwiftProtobuf", package: "swift-protobuf"),
        .product(name: "SwiftProtobufPluginLibrary", package: "swift-protobuf"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "protoc-gen-redsail-swift",
      dependencies: ["SwiftGenerator"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SwiftGeneratorTests",
      dependencies: [
        "SwiftGenerator",
        "protoc-gen-redsail-swift",
        .product(name: "SwiftProtobufPluginLibrary", package: "swift-protobuf"),
      ],
      swiftSettings: settings
    ),
  ]
)
