// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "hatata",
  products: [
    .executable(name: "hatata", targets: ["hatata"]), .library(name: "Database", targets: ["Database"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Markup", dependencies: ["CMarkGFM"], swiftSettings: strict),
    .target(
      name: "Database", dependencies: ["CPostgres", .product(name: "GRDB", package: "GRDB.swift")],
      resources: [.copy("Migrations")], swiftSettings: strict
    ),
    .target(
      name: "Conference",
      dependencies: [
        "Database", .product(name: "Yams", package: "Yams"), .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Web",
      dependencies: [
        "Markup", "Conference", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      resources: [.copy("Public")], swiftSettings: strict
    ),
    .executableTarget(
      name: "hatata",
      dependencies: [
        "Conference", "Database", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict
    ),
    .target(name: "ScratchDatabase", dependencies: ["Database"], path: "Tests/ScratchDatabase", swiftSettings: strict),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
    .testTarget(name: "DatabaseTests", dependencies: ["Database", "ScratchDatabase"], swiftSettings: strict),
    .testTarget(name: "ConferenceTests", dependencies: ["Conference", "ScratchDatabase"], swiftSettings: strict),
    .testTarget(
      name: "WebTests",
      dependencies: ["Web", .product(name: "HummingbirdTesting", package: "hummingbird")], swiftSettings: strict
    ),
  ]
)
