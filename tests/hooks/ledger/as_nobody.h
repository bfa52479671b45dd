// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

namespace commitgate::testing {

/// Root may write everywhere; as long as this lives, it is somebody else.
class AsNobody {
 public:
  AsNobody() : was_root_(geteuid() == 0) { Become(65534); }
  ~AsNobody() { Become(0); }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  void Become(uid_t user) const {
    if (was_root_) {
      EXPECT_EQ(seteuid(user), 0);
    }
  }

  bool was_root_;
};

}  // namespace commitgate::testing
