"""A Conan 2 recipe for the sources it lies in: conan create packaging/conan. Not tried yet: there was no Conan where it was written."""

import os

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy


class Guanxi(ConanFile):
    name = "guanxi"
    version = "0.1.0"
    description = "Embeddable CRM core: customers in one file, linked in as SQLite is"
    license = "Apache-2.0"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"

    def export_sources(self):
        root = os.path.join(self.recipe_folder, "..", "..")
        for pattern in ("CMakeLists.txt", "LICENSE", "capi/*", "cmake/*", "include/*", "packaging/debian/*", "src/*"):
            copy(self, pattern, root, self.export_sources_folder)

    def requirements(self):
        self.requires("sqlite3/[>=3.40 <4]", transitive_libs=True)
        self.requires("pcre2/[>=10.40 <11]")
        self.requires("pugixml/[>=1.13 <2]")
        self.requires("boost/[>=1.74 <2]", visible=False)
        self.requires("fmt/[>=9 <12]", visible=False)
        self.requires("nlohmann_json/[>=3.11 <4]", visible=False)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["GUANXI_DEVELOPER"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        """The package brings its own CMake files, with the components cxx, c and c_static."""
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = [os.path.join("lib", "cmake", "guanxi")]
