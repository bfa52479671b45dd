// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"title-format"};

/// `e.g.`, `U.S.`: the full stop belongs to the word.
bool IsAbbreviation(std::string_view word) {
  const auto is_letters = [&](size_t first) {
    for (size_t i = first; i < word.size(); i += 2)
      if (!IsLetter(word[i]))
        return false;
    return true;
  };
  const auto is_dotted = [&] {
    for (size_t i = 1; i < word.size(); i += 2)
      if (word[i] != '.')
        return false;
    return true;
  };
  return word.size() % 2 == 0 && is_letters(0) && is_dotted();
}

/// Whether the full stop of the last word ends a sentence.
bool EndsInFullStop(std::string_view core) {
  if (!core.ends_with('.') || core.ends_with("..") || core.ends_with("?.") ||
      core.ends_with("!."))
    return false;
  const std::string_view word = core.substr(core.find_last_of(' ') + 1);
  return std::ranges::any_of(word, IsAlphanumeric) && !IsAbbreviation(word);
}

bool IsReported(const Verdict& verdict) {
  return std::ranges::any_of(verdict.findings, [](const Finding& finding) {
    return finding.rule == kRules[0] && finding.found == ".";
  });
}

std::optional<std::string> Apply(const Broken& broken) {
  const Title& title = broken.message.title;
  const std::string_view core = TrimEnd(title.core);
  if (!EndsInFullStop(core) || !IsReported(broken.verdict))
    return std::nullopt;
  std::string mended(title.line.text);
  mended.erase(core.data() + core.size() - 1 - title.line.text.data(), 1);
  return WithTitle(broken.message, std::move(mended));
}

}  // namespace

constinit const RepairStep kTitleEnd = {
    .name = "title-end",
    .summary = "takes the full stop off the title",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsAllButFullStop,
};

}  // namespace commitgate
