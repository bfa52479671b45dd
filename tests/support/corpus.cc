// SPDX-License-Identifier: MIT
#include "tests/support/corpus.h"

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

Record ParseRecord(const std::string& line) {
  const auto json = nlohmann::json::parse(line);
  Record record;
  record.id = json.at("sha");
  record.author = json.value("author", "");
  record.message = json.at("message");
  if (json.contains("parents"))
    record.parents = json["parents"].get<int>();
  record.group = json.value("group", "");
  if (json.contains("crash"))
    return record;
  record.upstream.emplace();
  for (const auto& report : json.at("upstream")) {
    const std::string level = report.at("level");
    if (level == "fail")
      record.upstream->emplace(report.at("id"), "error");
    else if (level == "warn")
      record.upstream->emplace(report.at("id"), "warning");
  }
  return record;
}

std::string ReadLines(std::string_view name) {
  if (name.starts_with("own"))
    return ReadFile("tests/data/" + std::string(name) + ".jsonl");
  const Result result =
      Run({"xz", "-dc",
           *ConformanceFolder() + "/" + std::string(name) + ".jsonl.xz"});
  if (result.status != 0)
    throw std::runtime_error(result.err);
  return result.out;
}

}  // namespace

std::optional<std::string> ConformanceFolder() {
  const char* folder = std::getenv("CONFORMANCE");
  if (!folder || !std::filesystem::is_directory(folder))
    return std::nullopt;
  return folder;
}

std::vector<Record> ReadCorpus(std::string_view name) {
  std::vector<Record> records;
  std::istringstream lines(ReadLines(name));
  for (std::string line; std::getline(lines, line);)
    records.push_back(ParseRecord(line));
  return records;
}

}  // namespace commitgate::testing
