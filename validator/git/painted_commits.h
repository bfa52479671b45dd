// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "validator/git/id_table.h"
#include "validator/git/repository.h"

namespace commitgate {

/// From where a commit can be reached; bits.
using Colors = unsigned;
inline constexpr Colors kFromTip = 1;
inline constexpr Colors kFromHidden = 2;
inline constexpr Colors kFromBoth = kFromTip | kFromHidden;

/// The commits that a walk has met, and from where they can be reached.  A
/// color goes on to all that is behind a commit, as far as that was visited.
class PaintedCommits {
 public:
  /// As IdTable::Insert.
  IdTable::Place Insert(const ObjectId& id);

  /// Returns those that had been visited before and have a new color.
  std::vector<uint32_t> Paint(uint32_t number, Colors colors);

  /// Now its parents are known.  Returns as Paint.
  std::vector<uint32_t> Visit(uint32_t number, std::vector<uint32_t> parents);

  Colors colors(uint32_t number) const { return nodes_[number].colors; }
  bool is_visited(uint32_t number) const { return nodes_[number].visited; }
  const std::vector<uint32_t>& parents(uint32_t number) const {
    return nodes_[number].parents;
  }
  size_t size() const { return nodes_.size(); }

  /// How many that have exactly these colors have not been visited yet, and how
  /// many have.
  size_t waiting(Colors colors) const { return waiting_[colors]; }
  size_t visited(Colors colors) const { return visited_[colors]; }

 private:
  struct Node {
    Colors colors = 0;
    bool visited = false;
    std::vector<uint32_t> parents;
  };
  using Counts = std::array<size_t, kFromBoth + 1>;

  IdTable ids_;
  /// By number.
  std::vector<Node> nodes_;
  Counts waiting_{};
  Counts visited_{};
};

}  // namespace commitgate
