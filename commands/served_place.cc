// SPDX-License-Identifier: MIT
#include "commands/served_place.h"

#include <CLI/CLI.hpp>

namespace commitgate {

void ServedPlace::AddOptions(CLI::App& app) {
  app.add_option("DIR", repository_, "the repository, or a folder in it");
  app.add_option("-C", place_.directory, "go to this folder first")
      ->type_name("DIR");
  app.add_option("--git-dir", place_.git_dir, "the repository")
      ->type_name("DIR");
}

Repository ServedPlace::Open(const Environment& environment) {
  place_.Enter(environment);
  return repository_.empty() ? place_.OpenRepository()
                             : Repository::Open(repository_, "");
}

}  // namespace commitgate
