// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "ChainRule",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ChainRule", targets: ["ChainRule"]),
    .library(name: "GradientChecking", targets: ["GradientChecking"]),
    .library(name: "Figures", targets: ["Figures"]),
    .library(name: "Blackboard", targets: ["Blackboard"]),
    .library(name: "Optimizers", targets: ["Optimizers"]),
    .library(name: "LinearModels", targets: ["LinearModels"]),
    .executable(name: "chainrule", targets: ["ChainRuleTool"]),
  ],
  targets: [
    .target(name: "ChainRuleKernels"),
    .target(name: "ChainRule", dependencies: ["ChainRuleKernels"], swiftSettings: settings),
    .target(name: "Figures", dependencies: ["ChainRule"], swiftSettings: settings),
    .target(name: "GradientChecking", dependencies: ["ChainRule", "Figures"], swiftSettings: settings),
    .target(
      name: "Blackboard", dependencies: ["ChainRule", "Figures", "GradientChecking"], swiftSettings: settings),
    .target(name: "Optimizers", dependencies: ["ChainRule"], swiftSettings: settings),
    .target(name: "LinearModels", dependencies: ["ChainRule", "Optimizers"], swiftSettings: settings),
    // What the commands share; no product, so that it is no part of the library.
    .target(name: "CommandArguments", dependencies: ["ChainRule"], swiftSettings: settings),
    .executableTarget(
      name: "ChainRuleTool",
      dependencies: [
        "ChainRule", "CommandArguments", "Figures", "GradientChecking", "Blackboard", "Optimizers",
        "LinearModels",
      ],
      exclude: ["Checking/Peers"],
      swiftSettings: settings),
    // What the examples share; no product, so that it is no part of the library.
    .target(name: "ExampleSupport", path: "Examples/Support", swiftSettings: settings),
    .executableTarget(
      name: "FirstGradient",
      dependencies: ["ChainRule", "ExampleSupport"],
      path: "Examples/FirstGradient",
      swiftSettings: settings),
    .executableTarget(
      name: "EveryDoor",
      dependencies: ["ChainRule", "ExampleSupport"],
      path: "Examples/EveryDoor",
      swiftSettings: settings),
    .executableTarget(
      name: "LinearRegression",
      dependencies: ["ChainRule", "ExampleSupport", "Figures", "LinearModels", "Optimizers"],
      path: "Examples/LinearRegression",
      swiftSettings: settings),
    .executableTarget(
      name: "LogisticRegression",
      dependencies: ["ChainRule", "ExampleSupport", "Figures", "LinearModels", "Optimizers"],
      path: "Examples/LogisticRegression",
      swiftSettings: settings),
    .executableTarget(
      name: "RidgeAndLasso",
      dependencies: ["ChainRule", "ExampleSupport", "Figures", "LinearModels", "Optimizers"],
      path: "Examples/RidgeAndLasso",
      swiftSettings: settings),
    .executableTarget(
      name: "LearningRates",
      dependencies: ["ChainRule", "ExampleSupport", "Figures", "Optimizers"],
      path: "Examples/LearningRates",
      swiftSettings: settings),
    .executableTarget(
      name: "LocalMinima",
      dependencies: ["ChainRule", "ExampleSupport", "Figures", "Optimizers"],
      path: "Examples/LocalMinima",
      swiftSettings: settings),
    .executableTarget(
      name: "BatchVariants",
      dependencies: ["ChainRule", "ExampleSupport", "Figures", "Optimizers"],
      path: "Examples/BatchVariants",
      swiftSettings: settings),
    .executableTarget(
      name: "YourOwnModel",
      dependencies: ["ChainRule", "ExampleSupport", "Figures", "Optimizers"],
      path: "Examples/YourOwnModel",
      swiftSettings: settings),
    .executableTarget(
      name: "CustomLoss",
      dependencies: ["ExampleSupport", "Figures", "GradientChecking"],
      path: "Examples/CustomLoss",
      swiftSettings: settings),
    .executableTarget(
      name: "ReadingAPlan",
      dependencies: ["ChainRule", "ExampleSupport"],
      path: "Examples/ReadingAPlan",
      swiftSettings: settings),
    .executableTarget(
      name: "OptimizerTable",
      dependencies: ["ChainRule", "ExampleSupport", "Optimizers"],
      path: "Examples/OptimizerTable",
      swiftSettings: settings),
    // Losses as books write them and the closed forms of their derivatives; no product, so that it is no part of the library.
    .target(name: "TextbookLosses", dependencies: ["ChainRule"], swiftSettings: settings),
    .executableTarget(
      name: "ClosedForms",
      dependencies: ["TextbookLosses"],
      path: "Examples/ClosedForms",
      swiftSettings: settings),
    // What a machine can do at best, and the engine beside it; no products, and through the public interface alone.
    .target(name: "BenchmarkLimits"),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "BenchmarkLimits", "ChainRule", "CommandArguments", "Figures", "GradientChecking", "LinearModels",
      ],
      exclude: ["Peers", "compare"],
      resources: [.copy("Peers/golden.json")],
      packageAccess: false,
      swiftSettings: settings),
    // A limit of a process's memory, which the tests of several modules set.
    .target(name: "MemoryLimits", path: "Tests/MemoryLimits", swiftSettings: settings),
    .testTarget(
      name: "ChainRuleTests",
      dependencies: ["ChainRule", "ChainRuleKernels", "GradientChecking", "MemoryLimits", "TextbookLosses"],
      exclude: ["Golden/README.md", "Golden/slopes.py"],
      resources: [.copy("Golden/expressions.json"), .copy("Golden/slopes.txt")],
      swiftSettings: settings),
    // It sees what a user sees: printed source must compile against the public interface alone.
    .testTarget(
      name: "PrintedSourceTests",
      dependencies: ["ChainRule"],
      packageAccess: false,
      swiftSettings: settings),
    .testTarget(
      name: "GradientCheckingTests",
      dependencies: ["ChainRule", "GradientChecking"],
      exclude: ["Resources/functions.py"],
      resources: [.copy("Resources/functions.csv")],
      swiftSettings: settings),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"], swiftSettings: settings),
    .testTarget(
      name: "BlackboardTests", dependencies: ["Blackboard", "TextbookLosses"], swiftSettings: settings),
    .testTarget(
      name: "LinearModelsTests",
      dependencies: ["LinearModels", "MemoryLimits"],
      exclude: ["Resources/README.md", "Resources/quantile.py"],
      resources: [
        .copy("Resources/diabetes.csv"), .copy("Resources/iris.csv"), .copy("Resources/quantile.csv"),
        .copy("Resources/filip.csv"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "OptimizersTests",
      dependencies: ["ChainRule", "Optimizers"],
      exclude: ["Resources/README.md"],
      resources: [
        .copy("Resources/DanWood.csv"), .copy("Resources/DanWood.json"),
        .copy("Resources/Longley.csv"), .copy("Resources/Longley.json"),
        .copy("Resources/Misra1a.csv"), .copy("Resources/Misra1a.json"),
        .copy("Resources/Norris.csv"), .copy("Resources/Norris.json"),
        .copy("Resources/Thurber.csv"), .copy("Resources/Thurber.json"),
        .copy("Resources/Wampler1.csv"), .copy("Resources/Wampler1.json"),
        .copy("Resources/breast_cancer.csv"), .copy("Resources/breast_cancer.json"),
        .copy("Resources/diabetes.csv"), .copy("Resources/diabetes.json"),
        .copy("Resources/iris.csv"), .copy("Resources/iris.json"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "BenchmarksTests", dependencies: ["Benchmarks", "ChainRule", "CommandArguments"],
      swiftSettings: settings),
    .testTarget(name: "CommandArgumentsTests", dependencies: ["CommandArguments"], swiftSettings: settings),
    .testTarget(
      name: "ChainRuleToolTests",
      dependencies: ["ChainRule", "ChainRuleTool", "CommandArguments", "GradientChecking"],
      swiftSettings: settings
    ),
  ]
)
