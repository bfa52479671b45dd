// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <optional>
#include <utility>

namespace commitgate {

/// What came of work that was done before it was known whether anybody needs
/// it: a value, or the failure, of which nobody hears who does not ask.
template <typename T>
class Attempt {
 public:
  template <typename Work>
  explicit Attempt(const Work& work) {
    try {
      value_.emplace(work());
    } catch (...) {
      failure_ = std::current_exception();
    }
  }

  /// Once.  Throws what the work has thrown.
  T Take() {
    if (failure_)
      std::rethrow_exception(failure_);
    return *std::move(value_);
  }

 private:
  std::optional<T> value_;
  std::exception_ptr failure_;
};

}  // namespace commitgate
