// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <set>

namespace commitgate {

/// A set for the few that most messages have: those are compared one by one,
/// and nothing is allocated for them.  Of hostile messages that have many, it
/// keeps the others in a std::set.
template <class T, class Less>
class SmallSet {
 public:
  /// Null where nothing equal is there.
  const T* Find(const T& wanted) const {
    for (size_t i = 0; i < few_count_; ++i)
      if (AreEqual(few_[i], wanted))
        return &few_[i];
    if (many_.empty())
      return nullptr;
    const auto found = many_.find(wanted);
    return found == many_.end() ? nullptr : &*found;
  }
  bool Contains(const T& wanted) const { return Find(wanted) != nullptr; }

  /// Of equal ones, the first stays.
  void Add(const T& added) {
    if (Contains(added))
      return;
    if (few_count_ < few_.size())
      few_[few_count_++] = added;
    else
      many_.insert(added);
  }

 private:
  static bool AreEqual(const T& a, const T& b) {
    return !Less()(a, b) && !Less()(b, a);
  }

  std::array<T, 8> few_{};
  size_t few_count_ = 0;
  std::set<T, Less> many_;
};

}  // namespace commitgate
