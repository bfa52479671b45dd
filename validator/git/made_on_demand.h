// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>

namespace commitgate {

/// A value that is made when it is first asked for, by whichever thread: for
/// what many processes end without.
template <typename T>
class MadeOnDemand {
 public:
  T& Get() {
    std::call_once(once_, [this] { value_ = std::make_unique<T>(); });
    return *value_;
  }

 private:
  std::once_flag once_;
  std::unique_ptr<T> value_;
};

}  // namespace commitgate
