// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace commitgate::bench {

/// For people, with three digits: `1.42 s`, `14.2 ms`, `142 ns`.
std::string ShowSeconds(double seconds);

/// `14.2 MB`.
std::string ShowBytes(double bytes);

}  // namespace commitgate::bench
