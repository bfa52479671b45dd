// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace commitgate {

/// The environment variables of the process, read once at the edge and passed
/// down as a value.  What they hold comes from outside and is not trusted.
class Environment {
 public:
  using Values = std::map<std::string, std::string, std::less<>>;

  Environment() = default;
  explicit Environment(Values values) : values_(std::move(values)) {}

  static Environment Inherited();

  /// Nothing where the variable is unset; it may be empty.
  std::optional<std::string> Get(std::string_view name) const;

 private:
  Values values_;
};

}  // namespace commitgate
