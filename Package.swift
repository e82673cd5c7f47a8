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

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioTLS: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let x509: Target.Dependency = .product(name: "X509", package: "swift-certificates")

let package = Package(
  name: "RedSail",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "ProtobufRuntime", targets: ["ProtobufRuntime"]),
    .library(name: "RPCCore", targets: ["RPCCore"]),
    .library(name: "RPCTransport", targets: ["RPCTransport"]),
    .library(name: "RPCServices", targets: ["RPCServices"]),
    .library(name: "RPCTesting", targets: ["RPCTesting"]),
    .library(name: "RedSailAPI", targets: ["RedSailAPI"]),
    .library(name: "RedSailClient", targets: ["RedSailClient"]),
    .executable(name: "redsail", targets: ["redsail"]),
    .executable(name: "rpc-interop", targets: ["rpc-interop"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // What several test targets share
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),

    // Protocol Buffers
    .systemLibrary(
      name: "CProtobufC",
      pkgConfig: "libprotobuf-c",
      providers: [.apt(["libprotobuf-c-dev"]), .brew(["protobuf-c"])]
    ),
    .target(name: "ProtobufRuntime", dependencies: ["CProtobufC"], swiftSettings: settings),
    .testTarget(
      name: "ProtobufRuntimeTests",
      dependencies: ["ProtobufRuntime", "TestSupport"],
      exclude: ["Protos", "Corpus", "Python"],
      swiftSettings: settings
    ),

    // RPC
    .systemLibrary(
      name: "CNghttp2",
      pkgConfig: "libnghttp2",
      providers: [.apt(["libnghttp2-dev"]), .brew(["libnghttp2"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .target(name: "Zlib", dependencies: ["CZlib", nioCore], swiftSettings: settings),
    .testTarget(name: "ZlibTests", dependencies: ["Zlib", nioCore], swiftSettings: settings),
    .target(name: "HTTP2Session", dependencies: ["CNghttp2", nioCore], swiftSettings: settings),
    .testTarget(name: "HTTP2SessionTests", dependencies: ["HTTP2Session", nioCore], swiftSettings: settings),
    .target(name: "RPCCore", dependencies: ["ProtobufRuntime", "Zlib", nioCore], swiftSettings: settings),
    .testTarget(
      name: "RPCCoreTests",
      dependencies: ["RPCCore", "ProtobufRuntime", nioCore],
      swiftSettings: settings
    ),
    .target(
      name: "RPCTransport",
      dependencies: [
        "HTTP2Session", "RPCCore", nioCore, nioPosix, nioSSL, nioTLS, serviceLifecycle, crypto, x509,
      ],
      swiftSettings: settings
    ),
    .target(
      name: "RPCTesting",
      dependencies: ["ProtobufRuntime", "RPCCore", "RPCTransport", nioCore],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RPCTransportTests",
      dependencies: [
        "HTTP2Session", "ProtobufRuntime", "RPCCore", "RPCTesting", "RPCTransport", "TestSupport", nioCore,
        serviceLifecycle, logging, crypto, x509,
      ],
      exclude: ["Python"],
      swiftSettings: settings
    ),
    .target(
      name: "RPCServices",
      dependencies: ["ProtobufRuntime", "RPCCore", logging, metrics],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RPCServicesTests",
      dependencies: [
        "ProtobufRuntime", "RPCCore", "RPCServices", "RPCTransport", nioCore, logging, metrics,
        .product(name: "MetricsTestKit", package: "swift-metrics"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RPCConformanceTests",
      dependencies: ["ProtobufRuntime", "RPCCore", "RPCTransport", nioCore, nioPosix],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "rpc-interop",
      dependencies: [
        "ProtobufRuntime", "RPCCore", "RPCServices", "RPCTransport", argumentParser, nioCore, serviceLifecycle,
        unixSignals, logging,
      ],
      swiftSettings: settings
    ),

    // RedSail
    .target(name: "RedSailAPI", dependencies: ["ProtobufRuntime", "RPCCore"], swiftSettings: settings),
    .target(name: "RedSailModel", swiftSettings: settings),
    .testTarget(name: "RedSailModelTests", dependencies: ["RedSailModel"], swiftSettings: settings),
    .target(name: "RedSailStore", dependencies: [grdb, grdbSQLite, crypto], swiftSettings: settings),
    .executableTarget(
      name: "store-crash-writer",
      dependencies: ["RedSailStore"],
      path: "Tests/StoreCrashWriter",
      swiftSettings: settings
    ),
    .testTarget(
      name: "RedSailStoreTests",
      dependencies: ["RedSailStore", "TestSupport", "store-crash-writer", grdb],
      swiftSettings: settings
    ),
    .target(
      name: "RedSailService",
      dependencies: ["ProtobufRuntime", "RPCCore", "RedSailAPI", "RedSailModel", "RedSailStore", crypto],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RedSailServiceTests",
      dependencies: [
        "ProtobufRuntime", "RPCCore", "RPCTransport", "RedSailAPI", "RedSailModel", "RedSailService", "RedSailStore",
        grdb,
      ],
      swiftSettings: settings
    ),
    .target(
      name: "RedSailClient",
      dependencies: ["ProtobufRuntime", "RPCCore", "RPCTransport", "RedSailAPI", nioCore],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RedSailClientTests",
      dependencies: [
        "ProtobufRuntime", "RPCCore", "RPCTransport", "RedSailAPI", "RedSailClient", "RedSailService", "RedSailStore",
        "TestSupport", nioCore, nioPosix,
      ],
      exclude: ["Python"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "redsail",
      dependencies: [
        "ProtobufRuntime", "RPCCore", "RPCServices", "RPCTransport", "RedSailAPI", "RedSailClient", "RedSailModel",
        "RedSailService", "RedSailStore", argumentParser, logging, nioCore, serviceLifecycle,
        unixSignals,
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RedSailCommandTests",
      dependencies: ["RedSailAPI", "RedSailModel", "redsail"],
      swiftSettings: settings
    ),
  ]
)
