// SPDX-License-Identifier: MIT
#include "hooks/setup/doctor.h"

#include <fmt/core.h>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"
#include "commands/served_place.h"
#include "validator/message/printable.h"

namespace commitgate {

ExitStatus RunDoctor(const Invocation& invocation) {
  CommandLine line{"Looks for what lets pushes or commits pass unjudged.",
                   "commitgate doctor"};
  ServedPlace place;
  place.AddOptions(line);
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  const Repository repository = place.Open(invocation.environment);
  const Use use = UseOf(repository);
  const std::vector<Report> reports = Examine(repository, use);
  Output output;
  output.Write(fmt::format("'{}' is looked at as a {}\n",
                           Printable(repository.GitDir()),
                           use == Use::kServer ? "server" : "clone"));
  output.Write(TellReports(reports, Health::kOk));
  output.Finish();
  return WorstOf(reports) == Health::kProblem ? ExitStatus::kRejected
                                              : ExitStatus::kAccepted;
}

}  // namespace commitgate
