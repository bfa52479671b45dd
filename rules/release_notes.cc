// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <optional>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/message/release_title.h"

namespace commitgate {
namespace {

/// What a release may bring, least first.
enum class Release { kPatch, kMinor, kMajor };

constexpr std::string_view Describe(Release release) {
  constexpr std::string_view kWords[] = {"a patch", "a minor", "a major"};
  return kWords[static_cast<size_t>(release)];
}

/// How lists of commits mark those that are not for every release.
struct Mark {
  std::string_view text;
  Release wanted;
};
constexpr Mark kMarks[] = {
    {"(SEMVER-MAJOR)", Release::kMajor},
    {"(SEMVER-MINOR)", Release::kMinor},
};

struct Version {
  std::string_view text;
  Release release;
};

/// The number that `text` begins with and, where one follows, a dot.
std::string_view TakeNumber(std::string_view& text) {
  const size_t end =
      std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view number = text.substr(0, end);
  text.remove_prefix(end);
  if (text.starts_with('.'))
    text.remove_prefix(1);
  return number;
}

bool IsZero(std::string_view number) {
  return number.find_first_not_of('0') == number.npos;
}

Release ReleaseOf(std::string_view minor, std::string_view patch) {
  if (!IsZero(patch))
    return Release::kPatch;
  return IsZero(minor) ? Release::kMajor : Release::kMinor;
}

/// The version that a release is titled after.  Nothing also for 0.x.y, where
/// any release may change anything.
std::optional<Version> FindVersion(const Title& title) {
  const auto titled = ReadReleaseTitle(title);
  if (!titled || titled->is_begun || title.IsRevert())
    return std::nullopt;
  std::string_view rest = titled->version;
  const std::string_view major = TakeNumber(rest);
  const std::string_view minor = TakeNumber(rest);
  const std::string_view patch = TakeNumber(rest);
  if (IsZero(major) || minor.empty() || patch.empty())
    return std::nullopt;
  return Version{titled->version, ReleaseOf(minor, patch)};
}

/// The guide permits such changes where security requires them.
bool IsForSecurity(const Message& message) {
  return std::ranges::any_of(message.lines, [](const Line& line) {
    return line.text.find("security release") != line.text.npos;
  });
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Message& message = context.message();
  const auto version = FindVersion(message.title);
  if (!version)
    return;
  const Level level = IsForSecurity(message) ? Level::kWarning : Level::kError;
  for (const Line& line : message.lines) {
    for (const Mark& mark : kMarks) {
      const size_t at = line.text.find(mark.text);
      if (at == line.text.npos || version->release >= mark.wanted)
        continue;
      reporter.Add(level,
                   {SpanOf(line, line.text.substr(at, mark.text.size())),
                    fmt::format("version {} is {} release, {} one is wanted",
                                version->text, Describe(version->release),
                                Describe(mark.wanted)),
                    std::string(mark.text)});
    }
  }
}

}  // namespace

constinit const Rule kReleaseNotes = {
    .id = "release-notes",
    .summary = "a release lists no change that its version does not allow",
    .why =
        "The Collaborator Guide keeps semver-minor and semver-major changes "
        "out of releases that promise less: who updates from 10.14.0 to "
        "10.14.1 expects corrections only.",
    .rejected =
        "2018-11-30, Version 10.14.1 'Dubnium' (LTS)\n"
        "\n"
        "* fs: (SEMVER-MINOR) add a way to copy folders",
    .repaired =
        "2018-11-30, Version 10.15.0 'Dubnium' (LTS)\n"
        "\n"
        "* fs: (SEMVER-MINOR) add a way to copy folders",
    .check = Check,
};

}  // namespace commitgate
