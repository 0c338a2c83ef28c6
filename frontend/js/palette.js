// Ctrl-K or „/“: a number, a name or a verb, and go there. It offers the links of the page's own frame at once;
// Enter asks the house's search.

const plain = (text) => text.toLocaleLowerCase().replace(/\s+/g, " ").trim();
const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

function offers() {
  const seen = new Set();
  const found = [];
  for (const link of document.querySelectorAll(".k-rooms a, .k-tools a, .k-about a, .k-table tbody th a")) {
    const name = plain(link.textContent);
    if (!name || link.hash || seen.has(name + link.href)) continue;
    seen.add(name + link.href);
    found.push({ name, href: link.href, text: link.textContent.trim().replace(/\s+/g, " ") });
  }
  return found;
}

function show(list, found) {
  list.replaceChildren(
    ...found.map((offer) => {
      const link = document.createElement("a");
      link.href = offer.href;
      link.textContent = offer.text;
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
}

export function startPalette() {
  const dialog = document.querySelector("dialog.k-palette");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("ul");
  const all = offers();

  const narrow = () => {
    const words = plain(input.value).split(" ");
    show(list, all.filter((offer) => words.every((word) => offer.name.includes(word))).slice(0, 9));
  };
  const move = (step) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    stops[(at + step + stops.length) % stops.length].focus();
  };

  input.addEventListener("input", narrow);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener("keydown", (event) => {
    const asked = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing(event.target));
    if (!asked || dialog.open) return;
    event.preventDefault();
    input.value = "";
    narrow();
    dialog.showModal();
    input.focus();
  });
}
