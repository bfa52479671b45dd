// SPDX-License-Identifier: MIT
#include "commands/repaired_file.h"

#include <fmt/core.h>

#include <vector>

#include "validator/error.h"

namespace commitgate {
namespace {

/// Refuses a line between those of the message that git drops, but for blank
/// ones.
void RefuseForeignLines(const std::vector<Line>& file, const Message& message) {
  auto own = message.lines.begin();
  for (int number = message.lines.front().number;
       number <= message.lines.back().number; ++number) {
    if (own->number == number)
      ++own;
    else if (!file[number - 1].text.empty())
      throw Error(
          fmt::format("writing the message: git drops line {} in the middle "
                      "of it, take that away first",
                      number));
  }
}

}  // namespace

std::string WithMessage(const std::string& file, const Commit& commit,
                        std::string_view text) {
  const std::vector<Line> lines = SplitLines(file);
  const Message& message = commit.message;
  RefuseForeignLines(lines, message);
  const std::string_view first = lines[message.lines.front().number - 1].raw;
  const std::string_view last = lines[message.lines.back().number - 1].raw;
  const size_t begin = first.data() - file.data();
  const size_t end = last.data() + last.size() - file.data();
  const bool ends_in_line_feed = end < file.size();
  return file.substr(0, begin).append(text).append(
      file, ends_in_line_feed ? end + 1 : end);
}

}  // namespace commitgate
