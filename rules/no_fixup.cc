// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/quoted.h"

namespace commitgate {
namespace {

constexpr std::string_view kAutosquash[] = {"fixup!", "squash!", "amend!"};

/// The `fixup!` that the title starts with or is: one in the quotes of a revert
/// only names what has landed already.
std::string_view Autosquash(const Title& title) {
  const std::string_view line = Trim(title.line.text);
  if (std::ranges::find(kAutosquash, line) != std::end(kAutosquash))
    return line;
  if (title.autosquash.data() != title.line.text.data())
    return {};
  return TrimEnd(title.autosquash);
}

/// `[v10.x]` at the start.
std::string_view Tag(std::string_view line) {
  if (!line.starts_with('['))
    return {};
  const size_t end = line.find(']');
  return end == line.npos ? std::string_view() : line.substr(0, end + 1);
}

/// `WIP` as the first word, whatever its case and with a colon or not.
std::string_view WorkInProgress(std::string_view line) {
  std::string_view word = line.substr(0, line.find(' '));
  if (word.ends_with(':'))
    word.remove_suffix(1);
  return EqualsIgnoringCase(word, "WIP") ? word : std::string_view();
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Title& title = context.message().title;
  const auto refuse = [&](std::string_view start, std::string_view why) {
    if (!start.empty())
      reporter.Error(
          {SpanOf(title.line, start),
           fmt::format("title starts with {}, {}", Quoted(start), why),
           std::string(start)});
  };
  refuse(Autosquash(title), "the commit must be squashed before it lands");
  refuse(WorkInProgress(title.line.text), "the commit is not finished");
  const std::string_view tag = Tag(title.line.text);
  if (EqualsIgnoringCase(tag, "[WIP]"))
    refuse(tag, "the commit is not finished");
  else
    refuse(tag, "such a tag belongs into the pull request");
}

}  // namespace

constinit const Rule kNoFixup = {
    .id = "no-fixup",
    .summary = "the commit is not one to be squashed or finished first",
    .why =
        "Commits made with `git commit --fixup`, work in progress and tags "
        "such as `[v10.x]` are for the pull request; what lands has been "
        "squashed and reworded.",
    .landing_only = true,
    .rejected = "fixup! doc: explain how long titles are told",
    .repaired = "doc: explain how long titles are told",
    .check = Check,
};

}  // namespace commitgate
