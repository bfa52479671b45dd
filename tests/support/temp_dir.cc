// SPDX-License-Identifier: MIT
#include "tests/support/temp_dir.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace commitgate::testing {

TempDir::TempDir() {
  std::string name = std::filesystem::temp_directory_path() / "cg-XXXXXX";
  if (!mkdtemp(name.data()))
    throw std::runtime_error("cannot make a temporary folder");
  path_ = std::filesystem::canonical(name);
}

TempDir::~TempDir() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TempDir::operator/(std::string_view name) const {
  return std::filesystem::path(path_) / name;
}

std::string TempDir::Write(std::string_view name,
                           std::string_view content) const {
  const std::filesystem::path path = *this / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << content;
  if (!file.flush())
    throw std::runtime_error("cannot write " + path.string());
  return path;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace commitgate::testing
