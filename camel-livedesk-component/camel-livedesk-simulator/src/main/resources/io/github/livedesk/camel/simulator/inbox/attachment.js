// SPDX-License-Identifier: Apache-2.0
import { element, icon, webUrl } from "./dom.js";
import { formatSize } from "./format.js";

/** A file of a message: seen or heard where that is possible, and to be downloaded. */
export function attachmentElement({ fileName, fileType, size, url }) {
  const address = webUrl(url);
  const player = address && createPlayer(fileType, fileName, address);
  const caption = element("figcaption", {}, icon("📎"), linkElement(address, fileName), ` ${formatSize(size)}`);
  const figure = element("figure", { class: "attachment", "data-type": fileType }, player, caption);
  // What turns out to be no picture, sound or video is still a file.
  player?.addEventListener("error", () => player.remove(), { capture: true });
  return figure;
}

function createPlayer(fileType, fileName, address) {
  switch (fileType) {
    case "image":
      return element(
        "a",
        { href: address, target: "_blank", rel: "noopener" },
        element("img", { src: address, alt: fileName }),
      );
    case "audio":
    case "video":
      return element(fileType, { src: address, controls: true, preload: "metadata", "aria-label": fileName });
    default:
      return null;
  }
}

function linkElement(address, fileName) {
  return address
    ? element("a", { href: address, download: fileName, dir: "auto" }, fileName)
    : element("span", { dir: "auto" }, fileName);
}
