// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace commitgate {

/// A pattern for full ref names: `*` matches any characters inside one
/// component, `**` any characters at all, everything else itself.
class RefPattern {
 public:
  RefPattern() = default;
  /// REQUIRES: WhyNoRefPattern(text) is empty.
  explicit RefPattern(std::string text);

  /// What each star took, in order; nothing where the name does not match.
  /// Shortest first; time is bounded by the product of the lengths, for names
  /// come from pushers.  Views into `ref`.
  std::optional<std::vector<std::string_view>> Match(
      std::string_view ref) const;

  /// The name, with what the stars of another pattern took in the place of the
  /// stars of this one, in order.  REQUIRES: at least as many as Stars().
  std::string Fill(std::span<const std::string_view> taken) const;

  size_t Stars() const;
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Why `text` is no pattern for refs, or empty: it begins with `refs/`, and
/// with its stars replaced by letters git would accept it as a ref's name.  A
/// sentence about "it", for people.
std::string WhyNoRefPattern(std::string_view text);

}  // namespace commitgate
