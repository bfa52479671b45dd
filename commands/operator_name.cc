// SPDX-License-Identifier: MIT
#include "commands/operator_name.h"

#include <pwd.h>
#include <unistd.h>

namespace commitgate {

std::string OperatorName() {
  const passwd* const user = getpwuid(getuid());
  return user ? user->pw_name : "uid " + std::to_string(getuid());
}

}  // namespace commitgate
