// SPDX-License-Identifier: MIT
#include "tests/support/known_people.h"

namespace commitgate::testing {

const Roster& KnownPeople() {
  static const Roster kRoster = Roster::Read("people.toml", R"(
[[members]]
login = "ann"
name = "Ann Other"
email = "ann@example.com"

[[members]]
login = "bob"
name = "Bob Case"
email = "bob@example.com"

[[members]]
login = "carol"
name = "Carol Doe"
email = "carol@example.com"

[[members]]
login = "tina"
name = "Tina Chair"
email = "tina@example.com"
groups = ["tsc"]

[[members]]
login = "frank"
name = "Frank Gone"
email = "frank@example.com"
former = true

[[members]]
login = "trudy"
name = "Trudy Sort"
email = "trudy@example.com"
groups = ["triagers"]
)");
  return kRoster;
}

const Mailmap& KnownNames() {
  static const Mailmap kMailmap =
      Mailmap::Read("Bob Case <bob@example.com> <bob@old.example.org>\n");
  return kMailmap;
}

}  // namespace commitgate::testing
