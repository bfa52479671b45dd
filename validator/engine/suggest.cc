// SPDX-License-Identifier: MIT
#include "validator/engine/suggest.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace commitgate {
namespace {

/// Three rows of the table of distances between the prefixes of two words.
/// Only the cells within `limit` of the diagonal are filled: all others are
/// further away than anybody asks for.
class Rows {
 public:
  Rows(std::string_view a, std::string_view b, size_t limit)
      : a_(a), b_(b), limit_(limit), cells_(3 * (b.size() + 1), limit + 1) {
    for (size_t j = 0; j <= std::min(limit, b.size()); ++j)
      current_[j] = j;
  }

  /// Goes on to the prefix of `a` that ends with its byte `i`; returns the
  /// least distance in its row.
  size_t Next(size_t i);

  size_t Last() const { return std::min(current_[b_.size()], limit_ + 1); }

 private:
  size_t Cell(size_t i, size_t j) const;

  std::string_view a_;
  std::string_view b_;
  size_t limit_;
  std::vector<size_t> cells_;
  size_t* current_ = cells_.data();
  size_t* previous_ = current_ + b_.size() + 1;
  size_t* before_ = previous_ + b_.size() + 1;
};

size_t Rows::Next(size_t i) {
  std::swap(before_, previous_);
  std::swap(previous_, current_);
  const size_t first = i + 1 > limit_ ? i + 1 - limit_ : 0;
  const size_t last = std::min(i + 1 + limit_, b_.size());
  // Cells behind the last one are still as they were made.
  if (first > 0)
    current_[first - 1] = limit_ + 1;
  size_t least = limit_ + 1;
  for (size_t j = first; j <= last; ++j) {
    current_[j] = j == 0 ? i + 1 : Cell(i, j - 1);
    least = std::min(least, current_[j]);
  }
  return least;
}

size_t Rows::Cell(size_t i, size_t j) const {
  const size_t replaced = previous_[j] + (a_[i] == b_[j] ? 0 : 1);
  size_t cell = std::min({previous_[j + 1] + 1, current_[j] + 1, replaced});
  if (i > 0 && j > 0 && a_[i] == b_[j - 1] && a_[i - 1] == b_[j])
    cell = std::min(cell, before_[j - 1] + 1);
  return cell;
}

}  // namespace

size_t EditDistance(std::string_view a, std::string_view b, size_t limit) {
  const size_t longer = std::max(a.size(), b.size());
  limit = std::min(limit, longer);
  if (longer - std::min(a.size(), b.size()) > limit)
    return limit + 1;
  Rows rows(a, b, limit);
  for (size_t i = 0; i < a.size(); ++i)
    if (rows.Next(i) > limit)
      return limit + 1;
  return rows.Last();
}

std::optional<std::string_view> Closest(
    std::string_view word, std::span<const std::string_view> candidates) {
  size_t limit = std::min<size_t>(2, word.size() / 2);
  std::optional<std::string_view> closest;
  for (const std::string_view candidate : candidates) {
    const size_t distance = EditDistance(word, candidate, limit);
    if (distance > limit)
      continue;
    closest = candidate;
    if (distance == 0)
      break;
    limit = distance - 1;
  }
  return closest;
}

}  // namespace commitgate
