// SPDX-License-Identifier: MIT
#include "tests/validator/message/trailer_cases.h"

#define SCISSORS "# ------------------------ >8 ------------------------\n"

namespace commitgate::testing {
namespace {

using std::string_view_literals::operator""sv;

constexpr TrailerCase kCases[] = {
    {"empty", "", ""},
    {"only a title", "s\n", ""},
    {"a paragraph of trailers", "s\n\nbody\n\nA-b: c\nD: e\n",
     "A-b: c\nD: e\n"},
    {"no line feed at the end", "s\n\nK: v", "K: v\n"},
    {"prose in the paragraph", "s\n\nbody\n\nA-b: c\nprose\nD: e\n", ""},
    {"a sign-off among three lines", "s\n\np1\np2\np3\nSigned-off-by: x\n",
     "Signed-off-by: x\n"},
    {"a sign-off among four lines", "s\n\np1\np2\np3\np4\nSigned-off-by: x\n",
     ""},
    {"two sign-offs among six lines",
     "s\n\n1\n2\n3\n4\n5\n6\nSigned-off-by: x\nSigned-off-by: y\n",
     "Signed-off-by: x\nSigned-off-by: y\n"},
    {"a sign-off in other case", "s\n\np1\nSigned-off-By: x\n", ""},
    {"a sign-off without blank", "s\n\np1\nSigned-off-by:x\n", ""},
    {"a cherry-pick", "s\n\np1\nK: v\n(cherry picked from commit abc)\n",
     "K: v\n"},
    {"only a cherry-pick", "s\n\n(cherry picked from commit abc)\n", ""},
    {"an indented first line", "s\n\n  indented\nK: v\n", ""},
    {"a folded value", "s\n\nK: v\n  cont\nL: w\n", "K: v cont\nL: w\n"},
    {"a value folded twice", "s\n\nK: a\n\t b\n c\n", "K: a b c\n"},
    {"a value on the next line", "s\n\nK:\n  v\n", "K: v\n"},
    {"a fold and prose", "s\n\nSigned-off-by: x\n  cont\nprose\n",
     "Signed-off-by: x cont\n"},
    {"a fold behind prose", "s\n\nSigned-off-by: x\nprose\n  cont\n",
     "Signed-off-by: x\n"},
    {"a trailer for a title", "Fixes: foo\n", ""},
    {"a trailer in the title's paragraph", "s\nK: v\n", ""},
    {"a blank line first", "\nK: v\n", ""},
    {"a key with an underscore", "s\n\nK_x: v\n", ""},
    {"a key without characters", "s\n\n: v\nL: w\n", ""},
    {"a key that is not ASCII", "s\n\nÉ: v\nL: w\n", ""},
    {"a key of two words", "s\n\nBREAKING CHANGE: v\nK: v\n", ""},
    {"no colon", "s\n\nFixes #1\nK: v\n", ""},
    {"a blank before the colon", "s\n\nK : v\n", "K: v\n"},
    {"a tab before the colon", "s\n\nK\t: v\n", "K: v\n"},
    {"a key behind a blank", "s\n\nK x: v\n", ""},
    {"no blank behind the colon", "s\n\nK:v\n", "K: v\n"},
    {"an empty value", "s\n\nK:\nL: w\n", "K: \nL: w\n"},
    {"a link", "s\n\nhttps://x.y\n", "https: //x.y\n"},
    {"a note", "s\n\nNote: this is prose para\n", "Note: this is prose para\n"},
    {"a comment between trailers", "s\n\nK: v\n# c\nL: w\n", "K: v\nL: w\n"},
    {"a comment before trailers", "s\n\n# c\nK: v\n", "K: v\n"},
    {"a comment between a trailer and its fold", "s\n\nK: v\n# c\n  cont\n",
     ""},
    {"a comment in the title's paragraph", "s\n# c\nK: v\n", ""},
    {"a number sign at the end", "s\n\nK: v\n#123\n", "K: v\n"},
    {"a conflict list", "s\n\nK: v\n\nConflicts:\n\ta.c\n", "K: v\n"},
    {"a conflict list with a blank line",
     "s\n\nK: v\n\nConflicts:\n\ta.c\n\n\tb.c\n", "K: v\n"},
    {"a conflict list in the paragraph", "s\n\nK: v\nConflicts:\n\ta.c\n",
     "K: v\n"},
    {"a conflict list that blanks indent", "s\n\nK: v\n\nConflicts:\n  a.c\n",
     "Conflicts: a.c\n"},
    {"a conflict list before trailers", "s\n\nConflicts:\n\ta.c\nK: v\n",
     "Conflicts: a.c\nK: v\n"},
    {"a divider", "s\n\nK: v\n---\n a | 1 +\n", ""},
    {"a divider behind a blank line", "s\n\n---\n\nK: v\n", "K: v\n"},
    {"scissors", "s\n\nK: v\n" SCISSORS "L: w\n", "K: v\n"},
    {"scissors first", SCISSORS "\nK: v\n", ""},
    {"scissors with more", "s\n\nK: v\n# ---- >8 ----\nL: w\n", "K: v\nL: w\n"},
    {"carriage returns", "s\r\n\r\nK: v\r\nL: w\r\n", "K: v\nL: w\n"},
    {"a line of blanks", "s\n\nbody\n  \t\nK: v\n", "K: v\n"},
    {"a form feed", "s\n\nbody\n\f\nK: v\n", ""},
    {"a blank line between trailers", "s\n\nK: v\n\nL: w\n", "L: w\n"},
    {"an indented paragraph at the end", "s\n\nK: v\n\n  cont\n", ""},
    {"keys of few characters", "s\n\n-: v\n1: v\nK-: v\n",
     "-: v\n1: v\nK-: v\n"},
    {"a NUL in a value", "s\n\nK: v\0w\nL: x\n"sv, "K: v\n"},
    {"a NUL behind the trailers", "s\n\nK: v\n\0\n\nprose\n"sv, "K: v\n"},
    {"a NUL behind a blank line", "s\n\nK: v\n\n\0L: w\n"sv, "K: v\n"},
    {"a NUL behind blanks", "s\n\nK: v\n  \0L: w\n"sv, "K: v\n"},
    {"a NUL behind a comment and blanks", "s\n\nK: v\n\n# c\n  \0\n"sv,
     "K: v\n"},
    {"a NUL in the title", "s\0\n\nK: v\n"sv, ""},
    {"a NUL in scissors",
     "s\n\nK: v\n# ------------------------ >8 ------------------------\0\n"sv,
     "K: v\n"},
    {"a NUL behind a conflict list", "s\n\nK: v\n\nConflicts:\0\n"sv,
     "Conflicts: \n"},
};

}  // namespace

std::span<const TrailerCase> TrailerCases() {
  return kCases;
}

std::string NormalForm(const Message& message) {
  std::string text;
  for (const Line& line : message.lines)
    text.append(line.text).append("\n");
  return text;
}

std::string TrailerLines(const Message& message) {
  std::string lines;
  for (const auto& [key, value, first, count] : message.block.trailers)
    lines.append(key).append(": ").append(value).append("\n");
  return lines;
}

}  // namespace commitgate::testing
