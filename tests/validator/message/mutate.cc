// SPDX-License-Identifier: MIT
#include "tests/validator/message/mutate.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace commitgate::testing {
namespace {

using std::string_literals::operator""s;

using Lines = std::vector<std::string>;

size_t Below(size_t limit, std::mt19937_64& random) {
  return random() % limit;
}

const std::string& OneOf(const Lines& choices, std::mt19937_64& random) {
  return choices[Below(choices.size(), random)];
}

Lines Split(std::string_view text) {
  Lines lines;
  while (true) {
    const size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos)
      return lines;
    text.remove_prefix(end + 1);
  }
}

std::string Join(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines)
    text.append(line).append("\n");
  text.pop_back();
  return text;
}

const Lines& InterestingLines() {
  static const Lines kLines{
      "",
      "  ",
      "#",
      "# comment",
      "#123",
      "---",
      "--- a",
      "# ------------------------ >8 ------------------------",
      "------------------------ >8 ------------------------",
      "Conflicts:",
      "Conflicts: ",
      "\tlib/a.js",
      "  continued",
      "\tcontinued",
      " K: v",
      "Signed-off-by: x",
      "Signed-off-by:x",
      "signed-off-by: x",
      "(cherry picked from commit ",
      "(cherry picked from commit 0123456789abcdef)",
      "Key_x: v",
      "Two words: v",
      ": v",
      "K:",
      "K : v",
      "K\t: v",
      "https://example.com/a",
      "PR-URL: https://github.com/nodejs/node/pull/1",
      "prose",
      "prose, and more of it",
      "Note: prose",
  };
  return kLines;
}

void ChangeLines(Lines& lines, std::mt19937_64& random) {
  const size_t at = Below(lines.size(), random);
  switch (Below(6, random)) {
    case 0:
      if (lines.size() > 1)
        lines.erase(lines.begin() + at);
      return;
    case 1:
      lines.insert(lines.begin() + at, std::string(lines[at]));
      return;
    case 2:
      std::swap(lines[at], lines[Below(lines.size(), random)]);
      return;
    case 3:
      if (at + 1 < lines.size()) {
        lines[at] += lines[at + 1];
        lines.erase(lines.begin() + at + 1);
      }
      return;
    default:
      lines.insert(lines.begin() + Below(lines.size() + 1, random),
                   OneOf(InterestingLines(), random));
  }
}

void ChangeCase(std::string& line, std::mt19937_64& random) {
  const size_t key = std::min(line.find(':'), line.size());
  if (key == 0)
    return;
  char& c = line[Below(key, random)];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
    c ^= 0x20;
}

void ChangeCharacters(std::string& line, std::mt19937_64& random) {
  static const Lines kInserts{" ",    "\t",   "\r",  "\f", "\v", "\0"s,
                              ":",    "_",    "#",   "-",  "é",  "\xff",
                              "\x80", "\x01", "\n ", "\n"};
  const size_t at = Below(line.size() + 1, random);
  switch (Below(4, random)) {
    case 0:
      ChangeCase(line, random);
      return;
    case 1:
      line.erase(at, 1);
      return;
    case 2:
      line.insert(0, OneOf(kInserts, random));
      return;
    default:
      line.insert(at, OneOf(kInserts, random));
  }
}

}  // namespace

std::string Mutate(std::string_view message, std::mt19937_64& random) {
  Lines lines = Split(message);
  for (size_t changes = 1 + Below(4, random); changes > 0; --changes) {
    if (Below(3, random) == 0)
      ChangeCharacters(lines[Below(lines.size(), random)], random);
    else
      ChangeLines(lines, random);
  }
  return Join(lines);
}

}  // namespace commitgate::testing
