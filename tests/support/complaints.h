// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/catalog.h"

namespace commitgate::testing {

using Lines = std::vector<std::string>;

/// How a message is put before a rule.
struct Given {
  Stage stage = Stage::kLanding;
  std::optional<int> parents = 1;
  std::string author_name = "A U Thor";
  std::string author_email = "author@example.com";
  /// Option values as in Option::fallback; names replace the list.
  std::map<std::string, std::string> options = {};
  /// What the rule may look at besides.
  Views views = {};
};

/// What `rule` says about a stored message, a line each:
/// "line:column+length: level: message", and behind it " [found]" and
/// " -> suggestion" where the finding has them.
Lines Complaints(const Rule& rule, std::string_view message,
                 const Given& given = {});

/// The same of a commit object; parents and author are its own.
Lines ComplaintsOfObject(const Rule& rule, std::string_view object,
                         const Given& given = {});

}  // namespace commitgate::testing
