// SPDX-License-Identifier: MIT
#include "tests/rules/intended_differences.h"

namespace commitgate::testing {
namespace {

std::string_view Line(const Disagreement& it) {
  return it.message().title.line.text;
}

bool IsAboutTitle(const Disagreement& it) {
  return it.what.first == "subsystem" || it.what.first == "title-format" ||
         it.what.first == "title-length";
}

/// Blanks of JavaScript that are none for git, and what ends a line for `.` in
/// its patterns.
constexpr const char* kOddBlank =
    R"([\x0b\x0c\r\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}])";

bool OddBlanks(const Disagreement& it) {
  return IsAboutTitle(it) && Matches(kOddBlank, Line(it));
}

bool NestedReverts(const Disagreement& it) {
  return IsAboutTitle(it) && it.message().title.IsRevert() &&
         (it.message().title.undoing == "Reapply" ||
          Matches(R"(^Revert "(Revert|Reapply) ")", Line(it)));
}

/// `Revert "…" (#1)` is no revert for them.
bool NumberedReverts(const Disagreement& it) {
  return IsAboutTitle(it) && it.message().title.IsRevert() &&
         !it.message().title.squash_number.empty();
}

bool SquashNumbers(const Disagreement& it) {
  const bool ends_in_punctuation =
      it.IsOurs("title-format") && Matches("[.?!] *$", it.message().title.core);
  return (it.what.first == "title-length" || ends_in_punctuation) &&
         Matches(" \\(#\\d+\\)\"*$", Line(it));
}

bool AutosquashTitles(const Disagreement& it) {
  return IsAboutTitle(it) && it.side == Disagreement::Side::kTheirs &&
         it.message().title.IsAutosquash();
}

bool RevertNotAtTheStart(const Disagreement& it) {
  return it.IsOurs("subsystem") && Matches(R"(^.+Revert ".*"$)", Line(it));
}

bool ColonsThatSeparateNothing(const Disagreement& it) {
  // Their pattern looks at the first colon only.
  constexpr const char* kFirstColon = R"(^[^:]+(::|://))";
  return (it.IsTheirs("title-format") || it.what.first == "subsystem") &&
         Matches(kFirstColon, it.message().title.core);
}

bool BlankBeforeTheColon(const Disagreement& it) {
  return it.IsOurs("title-format") && it.what.second == "error" &&
         it.message().title.prefix.ends_with(' ');
}

bool BlankBeforeTheTitle(const Disagreement& it) {
  return it.IsOurs("title-format") && it.what.second == "error" &&
         Line(it).starts_with(' ');
}

bool EllipsisAndEtc(const Disagreement& it) {
  if (it.what.first != "title-format" ||
      !Matches(R"((\.\.\.|\x{2026}|\betc\.) *$)", it.message().title.core))
    return false;
  return it.side == Disagreement::Side::kTheirs || it.what.second == "warning";
}

bool EmptyText(const Disagreement& it) {
  return it.IsOurs("subsystem") && it.message().title.has_colon &&
         Trim(it.message().title.text).empty();
}

bool NamesAsFirstWord(const Disagreement& it) {
  return it.IsTheirs("title-format") &&
         Matches(R"(^ [A-Z][^ ]*([A-Z0-9_(/]|\.[A-Za-z0-9]|::))",
                 it.message().title.text);
}

bool LengthInColumns(const Disagreement& it) {
  const std::string_view core = it.message().title.core;
  return it.what.first == "title-length" && Columns(core) != Utf16Units(core);
}

constexpr Difference kDifferences[] = {
    {"Revert and Reapply nested", NestedReverts},
    {"Revert with (#N)", NumberedReverts},
    {"(#N) free on every title", SquashNumbers},
    {"fixup!, squash! and amend! have a rule of their own", AutosquashTitles},
    {"Revert only at the start", RevertNotAtTheStart},
    {":: and :// are no separators", ColonsThatSeparateNothing},
    {"blank before the colon", BlankBeforeTheColon},
    {"ellipsis and etc. are warnings", EllipsisAndEtc},
    {"empty text behind the subsystem", EmptyText},
    {"blank before the title", BlankBeforeTheTitle},
    {"names start a title", NamesAsFirstWord},
    {"titles measured in columns", LengthInColumns},
    {"odd blanks are no blanks in titles", OddBlanks},
};

}  // namespace

std::span<const Difference> TitleDifferences() {
  return kDifferences;
}

}  // namespace commitgate::testing
