// SPDX-License-Identifier: MIT
#include "commands/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>

#include "commands/output.h"
#include "validator/error.h"

namespace commitgate {

std::optional<ExitStatus> ParseArguments(CLI::App& app,
                                         std::vector<std::string> arguments) {
  std::ranges::reverse(arguments);
  try {
    app.parse(std::move(arguments));
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    Output output;
    output.Write(app.help());
    output.Finish();
    return ExitStatus::kAccepted;
  } catch (const CLI::ParseError& error) {
    std::string reason = error.what();
    if (!reason.empty())
      reason[0] = static_cast<char>(
          std::tolower(static_cast<unsigned char>(reason[0])));
    throw Error("reading the command line: " + reason + "; see '" +
                app.get_name() + " --help'");
  }
}

}  // namespace commitgate
