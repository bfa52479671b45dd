// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

#include "validator/message/trailers.h"

namespace commitgate {

/// The trailers with one key, whatever its case, in the order of the message;
/// found while one goes through them, for most rules look for what is not
/// there.  Views into the message and the key.
class TrailersOfKey {
 public:
  class Iterator {
   public:
    using value_type = const Trailer*;
    using difference_type = std::ptrdiff_t;

    const Trailer* operator*() const { return trailer_; }
    Iterator& operator++() {
      FindNext();
      return *this;
    }
    void operator++(int) { FindNext(); }
    bool operator==(std::default_sentinel_t) const {
      return trailer_ == nullptr;
    }

   private:
    friend TrailersOfKey;
    Iterator(std::span<const Trailer> stray, std::span<const Trailer> block,
             std::string_view key)
        : stray_(stray.data()),
          stray_end_(stray.data() + stray.size()),
          block_(block.data()),
          block_end_(block.data() + block.size()),
          key_(key) {
      FindNext();
    }

    void FindNext();
    const Trailer* TakeFirst();

    /// What was not looked at yet: pointers, for a look has to be cheap.
    const Trailer* stray_;
    const Trailer* stray_end_;
    const Trailer* block_;
    const Trailer* block_end_;
    std::string_view key_;
    const Trailer* trailer_ = nullptr;
  };

  /// REQUIRES: each of the two is in the order of the message.
  TrailersOfKey(std::span<const Trailer> stray, std::span<const Trailer> block,
                std::string_view key)
      : first_(stray, block, key) {}

  Iterator begin() const { return first_; }
  std::default_sentinel_t end() const { return {}; }
  bool empty() const { return first_ == end(); }
  /// Goes through all of them.
  size_t size() const;

 private:
  Iterator first_;
};

}  // namespace commitgate
