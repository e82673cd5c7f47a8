// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as a program outside of RedSail would be. There, the dependency is RedSail's address and version.
let redsail: Target.Dependency = .product(name: "RedSailClient", package: "RedSail")

let package = Package(
  name: "Examples",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "RedSail", path: "..")],
  targets: [
    .executableTarget(name: "first-ticket", dependencies: [redsail]),
    .executableTarget(name: "follow-changes", dependencies: [redsail]),
    .executableTarget(name: "import-tickets", dependencies: [redsail]),
  ]
)
