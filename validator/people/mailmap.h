// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/ignoring_case.h"
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

  /// The addresses, sorted and in lower case, that some entries replace by
  /// `email`: all of whoever has that as the proper one, and perhaps some of
  /// others, for an entry may hold for one name only.  At most kMostReplaced:
  /// nobody has more, and each look at them has to stay short.
  const std::vector<std::string>& ReplacedBy(std::string_view email) const;

  static constexpr size_t kMostReplaced = 100;

 private:
  struct Proper {
    std::string name;   ///< Empty: as it was.
    std::string email;  ///< Empty: as it was.
  };

  /// The entries of one address.
  struct Address {
    std::map<std::string, Proper, LessIgnoringCase> of_name;
    /// For all others who use it.
    std::optional<Proper> of_all;
  };

  void ReadLine(std::string_view line);
  Proper& EntryFor(const Mailbox& used);
  void IndexReplaced();
  void AddReplaced(const std::string& used, const Proper& proper);
  const Proper* Find(const Mailbox& mailbox) const;

  /// In lower case, as addresses are told by ReplacedBy.
  std::map<std::string, Address, LessIgnoringCase> addresses_;
  /// By proper address.
  std::map<std::string, std::vector<std::string>, LessIgnoringCase> replaced_;
};

}  // namespace commitgate
