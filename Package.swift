// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// What reads and searches a lot is optimized in debug builds too: tests of a thousand broken folders take a sixth of the time.
/// HATATA_PLAIN=1 leaves that out, for who builds often and tests little.
let quick: [SwiftSetting] =
  Context.environment["HATATA_PLAIN"] == nil
  ? strict + [.unsafeFlags(["-O"], .when(configuration: .debug))] : strict

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
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
    ),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CEpoll"),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Markup", dependencies: ["CMarkGFM"], swiftSettings: quick),
    .target(
      name: "Database", dependencies: ["CEpoll", "CPostgres", .product(name: "GRDB", package: "GRDB.swift")],
      resources: [.copy("Migrations")], swiftSettings: strict
    ),
    .target(name: "Mail", dependencies: ["CCurl"], swiftSettings: strict),
    .target(name: "Fetch", dependencies: ["CCurl"], swiftSettings: strict),
    .target(name: "Letters", dependencies: ["Markup"], swiftSettings: strict),
    .target(
      name: "Conference",
      dependencies: [
        "Database", "Fetch", "Letters", "Mail", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"), .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: quick
    ),
    .target(
      name: "Web",
      dependencies: [
        "Markup", "Letters", "Conference", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      resources: [.copy("Public")], swiftSettings: quick
    ),
    .executableTarget(
      name: "hatata",
      dependencies: [
        "Conference", "Database", "Letters", "Mail", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict
    ),
    .target(name: "ScratchDatabase", dependencies: ["Database"], path: "Tests/ScratchDatabase", swiftSettings: strict),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
    .testTarget(name: "LettersTests", dependencies: ["Letters", "Markup"], swiftSettings: strict),
    .testTarget(name: "FetchTests", dependencies: ["Fetch"], swiftSettings: strict),
    .testTarget(name: "MailTests", dependencies: ["Mail"], swiftSettings: strict),
    .testTarget(name: "DatabaseTests", dependencies: ["Database", "ScratchDatabase"], swiftSettings: strict),
    .testTarget(
      name: "ConferenceTests", dependencies: ["Conference", "Letters", "Mail", "ScratchDatabase"], swiftSettings: strict
    ),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "ScratchDatabase",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict
    ),
  ]
)
