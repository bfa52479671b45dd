// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "validator/message/mailbox.h"

namespace commitgate {

/// Under which name and address a project knows those who have used several:
/// a .mailmap file as git reads it (gitmailmap(5), mailmap.c).  Read without
/// git: what people are called has to be known where no repository is.
class Mailmap {
 public:
  /// Every text is some mailmap: git passes over lines that it cannot read.
  static Mailmap Read(std::string_view text);

  /// The proper name and address.  Views into this or into `mailbox`.
  Mailbox Resolve(const Mailbox& mailbox) const;

 private:
  struct Proper {
    std::string name;   ///< Empty: as it was.
    std::string email;  ///< Empty: as it was.
  };
  /// By address and name, both in lower case; the name is empty where the entry
  /// is for all who use the address.
  std::map<std::pair<std::string, std::string>, Proper, std::less<>> entries_;
};

}  // namespace commitgate
