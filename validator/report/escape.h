// SPDX-License-Identifier: MIT
#pragma once

#include "validator/message/printable.h"
