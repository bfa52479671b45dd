// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands/command.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace commitgate {

/// What a command takes on its command line.  The only user of CLI11, each user
/// of which makes objects before main at each start, also of a hook.
class CommandLine {
 public:
  /// An option that was declared; lives as long as the command line.
  class Option {
   public:
    /// What its value is called in the help.
    Option TypeName(const std::string& name) const;
    Option Required() const;
    Option Needs(Option other) const;
    Option Excludes(Option other) const;
    /// Takes several values in one word, `separator` between them, and one word
    /// only.
    Option SplitAt(char separator) const;

   private:
    friend class CommandLine;
    explicit Option(CLI::Option* option) : option_(option) {}
    CLI::Option* option_;
  };

  /// `name` is that of the command, with the program's.
  CommandLine(const std::string& about, const std::string& name);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  // Declare what Parse then writes to `value`, which has to live until then.
  // `names` is "-s,--long", or a word for what stands without a name.

  Option AddFlag(const std::string& names, bool& value,
                 const std::string& help);
  Option AddOption(const std::string& names, std::string& value,
                   const std::string& help);
  Option AddOption(const std::string& names, std::optional<std::string>& value,
                   const std::string& help);
  Option AddOption(const std::string& names, std::vector<std::string>& value,
                   const std::string& help);
  /// Takes one of `words`.
  template <typename T, typename Value>
  Option AddChoice(const std::string& names, Value& value,
                   const std::map<std::string, T>& words,
                   const std::string& help) {
    std::map<std::string, int> numbers;
    for (const auto& [word, choice] : words)
      numbers.emplace(word, static_cast<int>(choice));
    return AddNumber(names, help, numbers,
                     [&value](int number) { value = static_cast<T>(number); });
  }

  /// Where the arguments ask for help, prints it and returns the status to end
  /// with.  Throws Error where they are not as declared.
  std::optional<ExitStatus> Parse(std::vector<std::string> arguments);

  /// The names of all that was given.
  std::vector<std::string> Given() const;

 private:
  /// Takes a number, or the word that stands for it.
  Option AddNumber(const std::string& names, const std::string& help,
                   const std::map<std::string, int>& words,
                   const std::function<void(int)>& take);

  std::unique_ptr<CLI::App> app_;
};

}  // namespace commitgate
