// SPDX-License-Identifier: Apache-2.0
import { element, icon, spoken } from "./dom.js";
import { longText } from "./long-text.js";
import { texts } from "./texts.js";

const PLACEHOLDER = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/** Draws a template message as WhatsApp would, as far as its parameters tell. */
export function templateElement({ id, content, template }) {
  const body = fill(content ?? "", template.processed_params ?? {});
  return element(
    "div",
    { class: "template" },
    template.header_params && headerElement(template.header_params),
    element("div", { class: "template-body" }, longText(body.text, id)),
    body.unused.length ? unusedElement(body.unused) : null,
    template.footer_params && footerElement(template.footer_params),
    template.button_params?.length ? buttonsElement(template.button_params) : null,
    element("p", { class: "template-name", dir: "auto" }, nameOf(template)),
  );
}

/** Puts the values into their placeholders; a placeholder without a value stays. */
function fill(content, values) {
  const used = new Set();
  const text = content.replace(PLACEHOLDER, (placeholder, name) => {
    if (!Object.hasOwn(values, name)) {
      return placeholder;
    }
    used.add(name);
    return values[name];
  });
  return { text, unused: Object.entries(values).filter(([name]) => !used.has(name)) };
}

function unusedElement(values) {
  const items = values.map(([name, value]) => element("li", { dir: "auto" }, `${name}: ${value}`));
  return element("ul", { class: "template-unused" }, ...items);
}

function headerElement(header) {
  if (header.type === "text") {
    const values = Object.values(header.text_variables ?? {});
    return element("p", { class: "template-header", dir: "auto" }, values.join(" · "));
  }
  return element(
    "div",
    { class: "template-header template-media" },
    element("strong", {}, texts[header.type] ?? header.type),
    ...describeMedia(header).map((line) => element("span", { dir: "auto" }, line)),
  );
}

/** In words only: nothing from outside is loaded. */
function describeMedia({ type, media_url: mediaUrl, filename, location: place }) {
  if (type !== "location") {
    return [filename, mediaUrl].filter(Boolean);
  }
  return [place?.name, place?.address, `${place?.latitude}, ${place?.longitude}`].filter(Boolean);
}

function footerElement(footer) {
  const values = Object.values(footer.text_variables ?? {});
  return element("p", { class: "template-footer", dir: "auto" }, values.join(" · "));
}

function buttonsElement(buttons) {
  const inOrder = [...buttons].sort((one, other) => one.index - other.index);
  return element("ul", { class: "template-buttons" }, ...inOrder.map(buttonElement));
}

function buttonElement({ sub_type: type, text, payload }) {
  const isUrl = type === "url";
  return element(
    "li",
    { class: "template-button", "data-type": type },
    spoken(texts.labelled(isUrl ? texts.urlButton : texts.quickReplyButton, "")),
    icon(isUrl ? "↗" : "↩"),
    element("span", { dir: "auto" }, isUrl ? text : payload),
  );
}

const nameOf = ({ name, language, category, namespace }) =>
  texts.labelled(texts.template, [name, language, category, namespace].filter(Boolean).join(" · "));
