// SPDX-License-Identifier: MIT
#include "commands/served_place.h"

#include <CLI/CLI.hpp>

namespace commitgate {

void ServedPlace::AddOptions(CLI::App& app) {
  app.add_option("DIR", repository_, "the repository, or a folder in it");
  place_.AddRepositoryOptions(app);
}

Repository ServedPlace::Open(const Environment& environment) {
  place_.Enter(environment);
  return repository_.empty() ? place_.OpenRepository()
                             : Repository::Open(repository_, "");
}

}  // namespace commitgate
