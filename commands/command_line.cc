// SPDX-License-Identifier: MIT
#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <utility>

#include "commands/output.h"
#include "validator/error.h"

namespace commitgate {

using Option = CommandLine::Option;

Option Option::TypeName(const std::string& name) const {
  option_->type_name(name);
  return *this;
}

Option Option::Required() const {
  option_->required();
  return *this;
}

Option Option::Needs(Option other) const {
  option_->needs(other.option_);
  return *this;
}

Option Option::Excludes(Option other) const {
  option_->excludes(other.option_);
  return *this;
}

Option Option::SplitAt(char separator) const {
  option_->delimiter(separator)->allow_extra_args(false);
  return *this;
}

CommandLine::CommandLine(const std::string& about, const std::string& name)
    : app_(std::make_unique<CLI::App>(about, name)) {}
CommandLine::~CommandLine() = default;

Option CommandLine::AddFlag(const std::string& names, bool& value,
                            const std::string& help) {
  return Option(app_->add_flag(names, value, help));
}

Option CommandLine::AddOption(const std::string& names, std::string& value,
                              const std::string& help) {
  return Option(app_->add_option(names, value, help));
}

Option CommandLine::AddOption(const std::string& names,
                              std::optional<std::string>& value,
                              const std::string& help) {
  return Option(app_->add_option(names, value, help));
}

Option CommandLine::AddOption(const std::string& names,
                              std::vector<std::string>& value,
                              const std::string& help) {
  return Option(app_->add_option(names, value, help));
}

Option CommandLine::AddNumber(const std::string& names, const std::string& help,
                              const std::map<std::string, int>& words,
                              const std::function<void(int)>& take) {
  return Option(app_->add_option_function<int>(names, take, help)
                    ->transform(CLI::Transformer(words)));
}

std::optional<ExitStatus> CommandLine::Parse(
    std::vector<std::string> arguments) {
  std::ranges::reverse(arguments);
  try {
    app_->parse(std::move(arguments));
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    Output output;
    output.Write(app_->help());
    output.Finish();
    return ExitStatus::kAccepted;
  } catch (const CLI::ParseError& error) {
    std::string reason = error.what();
    if (!reason.empty())
      reason[0] = static_cast<char>(
          std::tolower(static_cast<unsigned char>(reason[0])));
    throw Error("reading the command line: " + reason + "; see '" +
                app_->get_name() + " --help'");
  }
}

std::vector<std::string> CommandLine::Given() const {
  std::vector<std::string> names;
  for (const CLI::Option* option : std::as_const(*app_).get_options())
    if (option->count() > 0)
      names.push_back(option->get_name());
  return names;
}

}  // namespace commitgate
