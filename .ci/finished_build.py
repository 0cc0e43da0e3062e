"""What the checks need of a finished build of the package: its modules, and the objects to link a small program with."""

import subprocess
import sys
from pathlib import Path


class FinishedBuild:
    """The build of the package in a folder: that of the configuration, or else of release where there is one."""

    def __init__(self, folder, configuration=None):
        self.folder = Path(folder).resolve()
        choices = [configuration] if configuration else ["release", "debug"]
        for choice in choices:
            self.products = self.folder / ".build" / choice
            if (self.products / "Modules" / "ChainRule.swiftmodule").exists():
                return
        sys.exit(f"{folder}: there is no finished build of {' or '.join(choices)}")

    def objects(self, product, without=()):
        """The object files of a product, without those of some modules."""
        listed = (self.products / f"{product}.product" / "Objects.LinkFileList").read_text().split()
        return [name for name in listed if Path(name).parent.name.removesuffix(".build") not in (product, *without)]

    def compile(self, sources, output, objects, options=()):
        """Compiles and links sources against the modules and objects; returns what the compiler printed."""
        kernels = self.products / "ChainRuleKernels.build" / "module.modulemap"
        command = ["swiftc", "-swift-version", "6", "-I", self.products / "Modules", "-Xcc", f"-fmodule-map-file={kernels}",
                   "-Xcc", "-I", "-Xcc", self.folder / "Sources/ChainRuleKernels/include", *options]
        command += [*sources, *objects, "-o", output]
        return subprocess.run(command, capture_output=True, text=True)
