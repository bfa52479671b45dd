// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace commitgate {

/// A thread's turn at something that others use too.  Who comes while another
/// thread has its turn gets none, and does without instead of waiting.
class SlotTurn {
 public:
  explicit SlotTurn(std::atomic_flag& busy)
      : busy_(busy), is_mine_(!busy.test_and_set(std::memory_order_acquire)) {}
  ~SlotTurn() {
    if (is_mine_)
      busy_.clear(std::memory_order_release);
  }
  SlotTurn(const SlotTurn&) = delete;
  SlotTurn& operator=(const SlotTurn&) = delete;

  bool is_mine() const { return is_mine_; }

 private:
  std::atomic_flag& busy_;
  const bool is_mine_;
};

}  // namespace commitgate
