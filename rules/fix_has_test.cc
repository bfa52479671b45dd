// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "rules/places.h"
#include "validator/engine/quoted.h"
#include "validator/message/github_url.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"code", Option::Kind::kNames, "lib/ src/",
     "files, and folders with a slash at the end, whose fixes need a test"},
    {"tests", Option::Kind::kNames, "test/",
     "files, and folders with a slash at the end, where tests are"},
    {"exempt", Option::Kind::kNames, "benchmark build deps doc test tools",
     "subsystems whose fixes need no test"},
    {"exempt-words", Option::Kind::kNames,
     "build building comment comments compilation compile compiler lint style "
     "typo typos warning warnings",
     "words of a title about what no test can show"},
};

bool SaysFix(std::string_view text) {
  const std::string_view start = Trim(text);
  const std::string_view word = start.substr(0, start.find(' '));
  return EqualsIgnoringCase(word, "fix") || EqualsIgnoringCase(word, "fixes");
}

bool NamesIssue(const Trailer* trailer) {
  const auto url = ParseGithubUrl(trailer->value);
  return url && url->kind == GithubUrl::Kind::kIssue;
}

bool IsFix(const Message& message) {
  return SaysFix(message.title.text) ||
         std::ranges::any_of(message.Metadata("Fixes"), NamesIssue);
}

bool HasExemptSubsystem(const Title& title, const Settings& settings) {
  return std::ranges::any_of(title.subsystems, [&](std::string_view subsystem) {
    return settings.Lists("exempt", subsystem);
  });
}

bool HasExemptWord(const Title& title, const Settings& settings) {
  std::string word;
  for (const char c : std::string(title.text) + ' ') {
    if (IsAlphanumeric(c)) {
      word += ToLower(c);
    } else {
      if (settings.Lists("exempt-words", word))
        return true;
      word.clear();
    }
  }
  return false;
}

bool IsExempt(const Title& title, const Settings& settings) {
  return title.IsRevert() || HasExemptSubsystem(title, settings) ||
         HasExemptWord(title, settings);
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Message& message = context.message();
  if (!IsFix(message) || IsExempt(message.title, settings))
    return;
  const Changes& changes = *context.changes;
  const ChangedPath* const code = FindIn(changes, settings.List("code"));
  const auto& tests = settings.List("tests");
  if (code == nullptr || FindIn(changes, tests) != nullptr)
    return;
  reporter.Error(
      {Span{}, fmt::format("fix in {} comes without a test, a change "
                           "in {} is wanted",
                           Quoted(code->path), Alternatives(tests))});
}

}  // namespace

constinit const Rule kFixHasTest = {
    .id = "fix-has-test",
    .summary = "a fix of code changes a test as well",
    .why =
        "The Collaborator Guide: all fixes must have a test case which "
        "demonstrates the defect.  Without one it comes back unseen.",
    .landing_only = true,
    .needs = static_cast<Needs>(Need::kChanges),
    .options = kOptions,
    .check = Check,
};

}  // namespace commitgate
