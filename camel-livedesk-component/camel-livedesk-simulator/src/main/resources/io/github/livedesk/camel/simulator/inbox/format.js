// SPDX-License-Identifier: Apache-2.0
import { locale } from "./texts.js";

const dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
const timeOnly = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
const dateOnly = new Intl.DateTimeFormat(locale, { dateStyle: "short" });

const EXCERPT_LENGTH = 300;

export const formatTime = (instant) => dateAndTime.format(new Date(instant));

/** The time of today, the date of other days. */
export function formatBriefly(instant) {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? timeOnly : dateOnly).format(date);
}

export function formatSize(bytes) {
  if (bytes < 1000) {
    return formatUnit(bytes, "byte", "long");
  }
  return bytes < 1_000_000 ? formatUnit(bytes / 1000, "kilobyte") : formatUnit(bytes / 1_000_000, "megabyte");
}

function formatUnit(value, unit, unitDisplay = "short") {
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay, maximumFractionDigits: 1 });
  return format.format(value);
}

/** The beginning of a text, where CSS cuts it visibly: the rest would only make the page slow. */
export const excerpt = (text) => beginning(text, EXCERPT_LENGTH);

/** At most so many characters, without half an emoji at the end. */
export const beginning = (text, length) => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");

/** Indents JSON token by token, so that long numbers and duplicate names stay as they were sent; other text is left. */
export function prettyJson(text) {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  let depth = 0;
  const newLine = () => "\n" + "  ".repeat(depth);
  return text.replace(/"(?:[^"\\]+|\\.)*"|\s+|[{[]\s*[}\]]|[{}[\],:]/g, (token) => {
    switch (token[0]) {
      case '"':
        return token;
      case "{":
      case "[":
        if (token.length > 1) {
          return token.at(0) + token.at(-1);
        }
        depth++;
        return token + newLine();
      case "}":
      case "]":
        depth--;
        return newLine() + token;
      case ",":
        return token + newLine();
      case ":":
        return ": ";
      default:
        return "";
    }
  });
}
