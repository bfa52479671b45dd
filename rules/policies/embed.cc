// SPDX-License-Identifier: MIT
//
// Prints the C++ source that holds the policy files given, one preset each,
// named after its file.  They must come sorted.  Runs when the program is
// built, so that a policy that is no TOML stops the build.
#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "validator/engine/packed_toml.h"
#include "validator/error.h"

namespace commitgate {
namespace {

std::string ReadFile(const std::string& path) {
  std::ifstream file(path);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad())
    throw Error(fmt::format("reading '{}': it cannot be read", path));
  return text;
}

std::string Literal(const std::string& text) {
  return fmt::format("R\"~~~({})~~~\"", text);
}

std::string Row(const std::string& path) {
  const std::string toml = ReadFile(path);
  return fmt::format("{{\"{}\",\n{},\n{}}},\n",
                     std::filesystem::path(path).stem().string(), Literal(toml),
                     Literal(PackToml(ParseToml(path, toml))));
}

std::string Source(char** begin, char** end) {
  std::string rows;
  for (char** path = begin; path != end; ++path)
    rows += Row(*path);
  return fmt::format(
      "#include \"rules/catalog.h\"\n"
      "namespace commitgate {{\n"
      "static constexpr Preset kPresets[] = {{\n{}}};\n"
      "std::span<const Preset> Presets() {{ return kPresets; }}\n"
      "}}  // namespace commitgate\n",
      rows);
}

}  // namespace
}  // namespace commitgate

int main(int argc, char** argv) {
  try {
    fmt::print("{}", commitgate::Source(argv + 1, argv + argc));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "embedding the presets: {}\n", error.what());
    return 1;
  }
}
