// swift-tools-version: 6.2
import PackageDescription

/// Every room is built in Swift 6 mode and tolerates no warning.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A room of the core: the standard library alone, fit for Embedded Swift.
func core(_ name: String, _ rooms: String...) -> Target {
    .target(
        name: name, dependencies: rooms.map { .byName(name: $0) },
        swiftSettings: strict + [
            .treatWarning("EmbeddedRestrictions", as: .error), .enableUpcomingFeature("MemberImportVisibility"),
            .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"]),
            // What the compiler cannot prove exclusive is checked while running in debug builds only; it costs a tenth.
            .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
        ])
}

/// A room of the shell, which may talk to C libraries and to the system.
func shell(_ name: String, _ rooms: [String], excluding: [String] = []) -> Target {
    .target(
        name: name, dependencies: rooms.map { .byName(name: $0) }, exclude: excluding, swiftSettings: strict)
}

/// A C library of the Debian package `apt`, found through pkg-config.
func library(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/Libraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// The tests of one room.
func tests(_ room: String, _ others: String...) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: ([room] + others).map { .byName(name: $0) },
        swiftSettings: strict)
}

let coreRooms = ["Diagnostics", "Tensors", "Networks", "Cells", "Figures", "Evaluation"]

let package = Package(
    name: "longhand",
    products: [
        .executable(name: "longhand", targets: ["longhand"]),
        .library(name: "LonghandCore", type: .static, targets: coreRooms),
        .library(name: "CoreSmoke", type: .static, targets: ["CoreSmoke"]),
    ],
    targets: [
        core("Diagnostics"),
        core("Tensors"),
        core("Networks", "Tensors"),
        core("Cells", "Diagnostics", "Tensors", "Networks"),
        core("Figures", "Tensors", "Networks"),
        core("Evaluation", "Diagnostics", "Tensors", "Networks", "Cells", "Figures"),
        // Asks every core room a question; `make core-wasm` runs it in WebAssembly.
        .target(
            name: "CoreSmoke", dependencies: coreRooms.map { .byName(name: $0) }, swiftSettings: strict),

        library("CMarkGFM", "libcmark-gfm", apt: "libcmark-gfm-dev libcmark-gfm-extensions-dev"),
        library("CYAML", "yaml-0.1", apt: "libyaml-dev"),
        library("CCairo", "pangocairo", apt: "libcairo2-dev libpango1.0-dev"),
        library("CGraphviz", "libgvc", apt: "libgraphviz-dev"),
        library("CJavaScriptCore", "javascriptcoregtk-4.1", apt: "libjavascriptcoregtk-4.1-dev"),

        library("CSoup", "libsoup-3.0", apt: "libsoup-3.0-dev"),
        library("CGLib", "glib-2.0", apt: "libglib2.0-dev"),
        .systemLibrary(name: "CSystem", path: "Sources/Libraries/CSystem"),

        shell("Markup", ["Diagnostics", "CMarkGFM"]),
        shell("YAMLReader", ["Diagnostics", "CYAML"]),
        shell("Canvas", ["Figures", "CCairo"]),
        shell("GraphLayout", ["Figures", "CGraphviz"]),
        shell("Typesetting", ["Diagnostics", "HTML", "CJavaScriptCore"]),
        shell("HTML", []),
        shell("JSON", ["Tensors"]),
        shell("Files", ["CSystem"]),
        shell("Cache", ["CGLib"]),
        shell("Serve", ["HTML", "JSON", "Files", "CSoup"]),
        shell("Book", ["Diagnostics", "Tensors", "Networks", "Cells", "Evaluation", "Markup", "YAMLReader"]),
        shell(
            "Site", ["Diagnostics", "Tensors", "Cells", "Figures", "Evaluation", "Book", "HTML", "JSON"],
            excluding: ["Assets"]),
        shell(
            "Notebooks",
            ["Diagnostics", "Tensors", "Networks", "Cells", "Evaluation", "Book", "JSON", "Site"]),
        shell(
            "Build",
            [
                "Diagnostics", "Tensors", "Networks", "Cells", "Figures", "Evaluation", "Book", "HTML", "JSON", "Site",
                "Notebooks", "Canvas", "GraphLayout", "Typesetting", "Files", "Cache", "CSystem", "Markup",
                "YAMLReader",
            ]),
        shell(
            "Commands",
            [
                "Diagnostics", "Tensors", "Networks", "Cells", "Figures", "Evaluation", "Book", "Build", "JSON",
                "Files", "Serve",
            ]),
        .executableTarget(name: "longhand", dependencies: ["Commands"], swiftSettings: strict),
        // What `make bench` times against a loop in C.
        .executableTarget(
            name: "training-benchmark", dependencies: ["Networks", "Tensors"], path: "Tests/Benchmarks/Training",
            swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
        // What `make bench` asks how long figures take.
        .executableTarget(
            name: "figures-benchmark", dependencies: ["Figures", "Canvas"], path: "Tests/Benchmarks/Figures",
            swiftSettings: strict),

        // What tests share: scratch folders, the built program, the reference renderer.
        .target(name: "Support", path: "Tests/Support", swiftSettings: strict),

        // Small books as strings, with marks where diagnostics belong.
        .target(
            name: "MarkedBooks", dependencies: ["Diagnostics", "Cells", "Evaluation", "Book"],
            path: "Tests/MarkedBooks",
            swiftSettings: strict),

        tests("Diagnostics"),
        .testTarget(name: "TensorsTests", dependencies: ["Tensors"], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "NetworksTests", dependencies: ["Networks", "Tensors"], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "CellsTests", dependencies: ["Cells", "Diagnostics", "Tensors", "Networks", "Support"],
            exclude: ["Torch"], swiftSettings: strict),
        // Whole programs: what CPython prints, and whatever a text can do to the machine.
        .testTarget(
            name: "ProgramTests", dependencies: ["Cells", "Diagnostics", "Support"], exclude: ["Programs"],
            swiftSettings: strict),
        tests("Figures", "Tensors", "Networks"),
        .testTarget(
            name: "EvaluationTests",
            dependencies: [
                "Evaluation", "Diagnostics", "Tensors", "Networks", "Cells", "Figures", "Book", "MarkedBooks",
            ], exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "CoreSmokeTests", dependencies: ["CoreSmoke"], exclude: ["expected.txt"], swiftSettings: strict),
        tests("Markup", "Diagnostics", "Support"),
        tests("YAMLReader", "Diagnostics"),
        tests("Canvas", "Figures", "GraphLayout"),
        tests("GraphLayout", "Figures", "Canvas"),
        tests("Typesetting", "HTML"),
        tests("HTML"),
        tests("JSON"),
        tests("Files", "Support"),
        tests("Cache"),
        tests("Serve", "Files", "Support"),
        tests("Book", "Diagnostics", "Evaluation", "MarkedBooks"),
        tests("Site", "Diagnostics", "Evaluation", "Book", "HTML", "Support"),
        .testTarget(
            name: "EndToEndTests", dependencies: ["Build", "Support", "longhand"], exclude: ["run_notebooks.py"],
            swiftSettings: strict),
    ]
)
