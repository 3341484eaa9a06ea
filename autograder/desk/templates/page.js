// What has to be scrolled sideways can be reached with the keyboard, and nothing else is a stop.
const reach = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
document.querySelectorAll(".scroll").forEach((part) => reach.observe(part));

// Lets a click on a heading sort its table; without JavaScript the tables are as they are.
for (const table of document.querySelectorAll("table.sortable")) {
  table.tHead.querySelectorAll("th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.ariaSort !== "ascending";
      table.tHead.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
      head.ariaSort = up ? "ascending" : "descending";
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
      const compare = (a, b) => value(a).localeCompare(value(b), undefined, { numeric: true });
      const number = (row) => (value(row) === "" ? -Infinity : Number(value(row)));
      const rows = [...table.tBodies[0].rows];
      const numeric = rows.every((row) => !Number.isNaN(Number(value(row))));
      rows.sort(numeric ? (a, b) => number(a) - number(b) : compare);
      table.tBodies[0].append(...(up ? rows : rows.reverse()));
    });
  });
}
