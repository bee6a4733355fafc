// swift-tools-version:6.2
import PackageDescription

let package = Package(
  name: "database-bench",
  dependencies: [
    .package(name: "hatata", path: "../.."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .executableTarget(
      name: "database-bench",
      dependencies: [
        "CLibPQ", .product(name: "Database", package: "hatata"), .product(name: "GRDB", package: "GRDB.swift"),
      ]),
  ]
)
