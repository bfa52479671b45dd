// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace commitgate {

/// Git's configuration as git itself sees it: `git -c`, GIT_CONFIG_* and all
/// includes, which libgit2 does not know.
class GitConfig {
 public:
  /// Parses the output of `git config -z --list`.
  static GitConfig Parse(std::string_view list);

  /// Runs `git config -z --list` in `directory` with the inherited
  /// environment.  Empty where there is no git; throws Error where git cannot
  /// read it, for then git would not commit either.
  static GitConfig Read(const std::string& directory);

  /// The last value of `name` (`section.name`, lower case as git lists it; a
  /// subsection as it is).  An empty string for a name without a value.
  std::optional<std::string_view> Get(std::string_view name) const;

  /// As git reads a boolean; nothing where it is unset or no boolean.
  std::optional<bool> GetBool(std::string_view name) const;

  /// Which of two names was set last: the later one wins for
  /// core.commentChar and core.commentString.
  std::optional<std::string_view> GetLast(std::string_view a,
                                          std::string_view b) const;

 private:
  /// A name, and its value where it has one.
  using Entry = std::pair<std::string, std::optional<std::string>>;

  const Entry* FindLast(std::string_view a, std::string_view b) const;

  std::vector<Entry> entries_;
};

}  // namespace commitgate
