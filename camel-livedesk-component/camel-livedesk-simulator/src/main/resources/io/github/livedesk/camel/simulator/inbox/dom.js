// SPDX-License-Identifier: Apache-2.0
/** Makes and changes elements; text only ever gets in as text. */

/**
 * A new element.
 *
 * @param attributes those that are null, undefined or false are left out
 * @param children elements and texts; those that are null or undefined are left out
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(key, "");
    } else if (value != null && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

/** A decoration that screen readers skip, because a text beside it says the same. */
export const icon = (text) => element("span", { class: "icon", "aria-hidden": "true" }, text);

/** A text for screen readers only. */
export const spoken = (text) => element("span", { class: "spoken" }, text);

/** Sets a text unless it is there already, so that a selection in it survives. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Makes these the children, in this order, moving as few as possible: what moves stops playing. */
export function arrange(parent, children) {
  const focused = document.activeElement;
  const staying = new Set(children);
  for (const child of [...parent.children]) {
    if (!staying.has(child)) {
      child.remove();
    }
  }
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) {
      next = next.nextElementSibling;
    } else {
      parent.insertBefore(child, next);
    }
  }
  if (parent.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}

/** The address when a link may lead there, otherwise null. */
export function webUrl(address) {
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  return url && ["http:", "https:"].includes(url.protocol) ? url.href : null;
}
