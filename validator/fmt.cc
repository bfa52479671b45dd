// SPDX-License-Identifier: MIT
//
// What of fmt is not in its headers, so that a program that is to start quickly
// need not load it: many systems have it as a shared library only.  Tried with
// fmt 9; where another version declares other templates as external, there is
// LINK=shared, which this is no part of.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

// As fmt/format.h declares them: there are others of wchar_t.
template auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template auto decimal_point_impl(locale_ref) -> char;
template auto dragonbox::to_decimal(float) noexcept
    -> dragonbox::decimal_fp<float>;
template auto dragonbox::to_decimal(double) noexcept
    -> dragonbox::decimal_fp<double>;

}  // namespace detail
FMT_END_NAMESPACE
