// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace commitgate::testing {

/// The folder of a model of the window that others have made, as WINDOW_MODEL
/// says; empty: there is none.
std::string ModelFolder();

/// What that model answers to each event of each sequence, null to those that
/// ask nothing.
std::vector<nlohmann::json> AskPythonModel(
    const std::vector<std::vector<nlohmann::json>>& sequences);

}  // namespace commitgate::testing
