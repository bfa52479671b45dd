// SPDX-License-Identifier: MIT
#include "tests/bench/processes/row.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "tests/bench/read_number.h"
#include "validator/error.h"

namespace commitgate::bench {
namespace {

using Words = std::span<const char* const>;

/// Takes the words up to the next `--`, and that, off the front of `words`.
Words TakeGroup(Words& words) {
  const auto is_end = [](std::string_view word) { return word == "--"; };
  const auto end = std::ranges::find_if(words, is_end);
  const auto length = static_cast<size_t>(end - words.begin());
  const Words group = words.first(length);
  words = words.subspan(std::min(length + 1, words.size()));
  return group;
}

/// The value of `word` where it is `key=value`.
std::optional<std::string_view> ValueOf(std::string_view word,
                                        std::string_view key) {
  if (!word.starts_with(key) || !word.substr(key.size()).starts_with('='))
    return std::nullopt;
  return word.substr(key.size() + 1);
}

bool TakeSetting(std::string_view word, Row& row) {
  if (const auto title = ValueOf(word, "title"))
    row.title = *title;
  else if (const auto rounds = ValueOf(word, "rounds"))
    row.rounds = ReadNumber<int>(*rounds);
  else
    return false;
  return true;
}

bool TakeSetting(std::string_view word, Command& command) {
  if (const auto name = ValueOf(word, "name"))
    command.name = *name;
  else if (const auto status = ValueOf(word, "status"))
    command.status = ReadNumber<int>(*status);
  else if (const auto scale = ValueOf(word, "scale"))
    command.scale = ReadNumber<double>(*scale);
  else if (const auto limit = ValueOf(word, "limit"))
    command.limit = ReadNumber<double>(*limit);
  else if (const auto memory = ValueOf(word, "memory"))
    command.memory_limit = ReadNumber<double>(*memory);
  else if (const auto more = ValueOf(word, "more"))
    command.more = ReadNumber<double>(*more);
  else if (const auto bytes = ValueOf(word, "bytes"))
    command.bytes_limit = ReadNumber<double>(*bytes);
  else
    return false;
  return true;
}

Command ReadCommand(Words words) {
  Command command;
  while (!words.empty() && TakeSetting(words.front(), command))
    words = words.subspan(1);
  if (words.empty())
    throw Error("a command has no words");
  command.words.assign(words.begin(), words.end());
  if (command.name.empty())
    command.name = command.words.front();
  return command;
}

}  // namespace

Row ReadRow(std::span<const char* const> arguments) {
  Row row;
  for (const char* const word : TakeGroup(arguments))
    if (!TakeSetting(word, row))
      throw Error(fmt::format("'{}' is no setting of a row", word));
  while (!arguments.empty())
    row.commands.push_back(ReadCommand(TakeGroup(arguments)));
  if (row.commands.empty() || row.rounds < 1)
    throw Error("there is nothing to run");
  return row;
}

}  // namespace commitgate::bench
