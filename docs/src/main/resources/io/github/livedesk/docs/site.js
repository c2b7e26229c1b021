// SPDX-License-Identifier: Apache-2.0
// Listings titled Java, XML and YAML that follow each other become tabs. Without this file they stand one below the other.
const NAMES = ['Java', 'XML', 'YAML'];

function titleOf(block) {
  const title = block?.classList.contains('listingblock') && block.querySelector(':scope > .title');
  return title && NAMES.includes(title.textContent) ? title.textContent : null;
}

function groups() {
  const found = [];
  for (const block of document.querySelectorAll('.listingblock')) {
    const name = titleOf(block);
    if (!name) continue;
    const last = found.at(-1);
    if (last && last.at(-1).block === block.previousElementSibling && !last.some(tab => tab.name === name)) {
      last.push({ name, block });
    } else {
      found.push([{ name, block }]);
    }
  }
  return found.filter(group => group.length > 1);
}

function remembered() {
  try {
    return localStorage.getItem('livedesk-guide-tab');
  } catch {
    return null;
  }
}

function remember(name) {
  try {
    localStorage.setItem('livedesk-guide-tab', name);
  } catch {
    // The choice then lasts as long as the page.
  }
}

const all = [];

function choose(name) {
  for (const tabs of all) {
    const chosen = tabs.find(tab => tab.name === name) ?? tabs[0];
    for (const tab of tabs) {
      tab.button.setAttribute('aria-selected', String(tab === chosen));
      tab.button.tabIndex = tab === chosen ? 0 : -1;
      tab.block.hidden = tab !== chosen;
    }
  }
}

function pick(tab) {
  const before = tab.button.getBoundingClientRect().top;
  choose(tab.name);
  remember(tab.name);
  // Tabs further up change their height as well: the reader stays at this one.
  window.scrollBy(0, tab.button.getBoundingClientRect().top - before);
  tab.button.focus({ preventScroll: true });
}

function move(tabs, index, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    event.preventDefault();
    pick(tabs[(index + step + tabs.length) % tabs.length]);
  }
}

groups().forEach((tabs, number) => {
  const list = document.createElement('div');
  list.className = 'tabs';
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', 'Language of the example');
  tabs[0].block.before(list);
  tabs.forEach((tab, index) => {
    tab.button = document.createElement('button');
    tab.button.type = 'button';
    tab.button.id = `tab-${number}-${tab.name}`;
    tab.button.textContent = tab.name;
    tab.button.setAttribute('role', 'tab');
    tab.block.id ||= `panel-${number}-${tab.name}`;
    tab.button.setAttribute('aria-controls', tab.block.id);
    tab.block.setAttribute('role', 'tabpanel');
    tab.block.setAttribute('aria-labelledby', tab.button.id);
    tab.button.addEventListener('click', () => pick(tab));
    tab.button.addEventListener('keydown', event => move(tabs, index, event));
    list.append(tab.button);
  });
  all.push(tabs);
});
document.documentElement.classList.add('with-tabs');
choose(remembered() ?? 'Java');
