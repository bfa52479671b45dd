// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "validator/engine/level.h"
#include "validator/engine/pattern.h"

namespace commitgate {

/// An option that a rule declares.  The policy loader checks its kind, so that
/// a rule finds what it declared.
struct Option {
  enum class Kind {
    kNumber,   ///< Not negative.
    kText,     ///< Any text; may be empty.
    kChoice,   ///< One of `choices`.
    kNames,    ///< A list of strings; `add` and `remove` change the preset's.
    kPattern,  ///< A PCRE2 pattern; may be absent.
  };

  std::string_view name;
  Kind kind;
  /// As in a policy; names separated by blanks, an empty pattern is none.
  std::string_view fallback;
  /// One line for `commitgate explain`.
  std::string_view help;
  /// With kChoice: the words accepted, separated by blanks.
  std::string_view choices = {};
};

/// The words of a fallback or of choices.  Views into `text`.
std::vector<std::string_view> SplitAtBlanks(std::string_view text);

/// The values of a rule's options under one policy.
class Settings {
 public:
  using Names = std::vector<std::string>;
  using Value =
      std::variant<int64_t, std::string, Names, std::optional<Pattern>>;

  /// The fallbacks.
  explicit Settings(std::span<const Option> options);

  /// REQUIRES: the rule declares `option`, of that kind.
  int64_t Number(std::string_view option) const;
  const std::string& Text(std::string_view option) const;
  const std::string& Choice(std::string_view option) const;
  /// REQUIRES: also, the choices are levels.
  Level ChosenLevel(std::string_view option) const;
  /// Sorted, without duplicates.
  const Names& List(std::string_view option) const;
  bool Lists(std::string_view option, std::string_view name) const;
  /// Null where the policy has none.
  const Pattern* Find(std::string_view option) const;

  /// For the loader, which has checked the kind.
  void Set(std::string_view option, Value value);

  std::span<const Option> options() const { return options_; }

 private:
  const Value& Get(std::string_view option) const;

  std::span<const Option> options_;
  std::vector<Value> values_;
};

}  // namespace commitgate
