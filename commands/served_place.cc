// SPDX-License-Identifier: MIT
#include "commands/served_place.h"

#include "commands/command_line.h"

namespace commitgate {

void ServedPlace::AddOptions(CommandLine& line) {
  line.AddOption("DIR", repository_, "the repository, or a folder in it");
  place_.AddRepositoryOptions(line);
}

Repository ServedPlace::Open(const Environment& environment) {
  place_.Enter(environment);
  return repository_.empty() ? place_.OpenRepository()
                             : Repository::Open(repository_, "");
}

}  // namespace commitgate
