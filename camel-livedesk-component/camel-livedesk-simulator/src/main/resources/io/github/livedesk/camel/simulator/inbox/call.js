// SPDX-License-Identifier: Apache-2.0
import { fetchCall, orNull } from "./api.js";
import { element } from "./dom.js";
import { formatSize, formatTime, prettyJson } from "./format.js";
import { texts } from "./texts.js";

const dialog = document.getElementById("call-dialog");
const title = document.getElementById("call-title");
const content = document.getElementById("calls");

let requested;

/** Opens the dialog with the calls that made or retried a message, the first call first. */
export async function showCalls({ id, calls }) {
  requested = calls;
  title.textContent = texts.callsOf(id);
  content.replaceChildren(element("p", {}, texts.loading));
  dialog.showModal();
  try {
    const sections = await Promise.all(calls.map(callElement));
    // Meanwhile the dialog may have been opened for another message.
    if (requested === calls) {
      content.replaceChildren(...(sections.length ? sections : [element("p", {}, texts.noCalls)]));
    }
  } catch (error) {
    dialog.close();
    throw error;
  }
}

async function callElement(number) {
  const call = await orNull(fetchCall(number));
  if (!call) {
    return element("section", {}, element("h3", {}, texts.call(number)), element("p", {}, texts.callNotKept));
  }
  const size = call.requestBodySize ? ` (${texts.body(formatSize(call.requestBodySize))})` : "";
  return element(
    "section",
    {},
    element("h3", {}, `${texts.call(number)} · ${formatTime(call.receivedAt)}`),
    element("h4", {}, texts.request + size),
    rawElement(`${call.method} ${call.path}`, call.requestHeaders, call.requestBody),
    element("h4", {}, texts.reply),
    call.status === 0
      ? element("p", {}, texts.dropped)
      : rawElement(`HTTP ${call.status}`, call.responseHeaders, call.responseBody),
  );
}

function rawElement(firstLine, headers, body) {
  const head = [firstLine, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n");
  return element("pre", {}, body ? `${head}\n\n${prettyJson(body)}` : head);
}
