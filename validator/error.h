// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace commitgate {

/// The program cannot do its work: "doing what: reason", lower case, no full
/// stop.  Caught once, in main; a hook then refuses.  A commit that breaks a
/// rule is no error but a Finding.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace commitgate
