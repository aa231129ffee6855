// Fill the table from the page's data, and filter it by columns; the filters stand in the page's address.
const content = JSON.parse(document.getElementById("content").textContent);

const DRAWN = { passage: marked, headline: linked, percent: (share) => `${share}%`, text: escaped, number: escaped };

const columns = content.columns.map(({ title, form }) => ({
  title,
  className: `is-${form}`,
  type: form === "number" || form === "percent" ? "num" : "string",
  render: (value, use) => (use === "display" ? DRAWN[form](value) : Array.isArray(value) ? value[0] : value),
}));

const table = new DataTable("#table", {
  data: content.rows,
  columns,
  order: [],
  autoWidth: false,
  deferRender: true,
  pageLength: 25,
  lengthMenu: [25, 100, 500],
  layout: { topStart: "search", topEnd: "info", bottomStart: "pageLength", bottomEnd: "paging" },
  language: {
    search: "Search ", info: "_TOTAL_ rows", infoFiltered: " of _MAX_", infoEmpty: "no row",
    zeroRecords: "No row fits. Clear a filter or the search.", lengthMenu: "Rows on a page _MENU_",
  },
});

const MOST_CHOICES = 60; // more are offered while one writes
const inputs = new Map();

function addFilter({ title }, column) {
  const values = [...new Set(content.rows.map((row) => row[column]).filter(Boolean))].sort();
  const label = document.createElement("label");
  label.textContent = `${title} `;
  const many = values.length > MOST_CHOICES;
  const input = document.createElement(many ? "input" : "select");
  const list = many ? document.createElement("datalist") : input;
  list.append(...["", ...values].map((value) => new Option(value || "all", value)));
  if (many) {
    list.id = `values-${column}`;
    input.setAttribute("list", list.id);
    input.type = "search";
    label.append(list);
  }
  input.name = title;
  input.addEventListener("input", () => { apply(title); remember(); });
  label.append(input);
  document.getElementById("filters").append(label);
  inputs.set(title, { input, column, values: new Set(values) });
}

function apply(title) {
  const { input, column, values } = inputs.get(title);
  table.column(column).search(input.value, { exact: values.has(input.value) }).draw();
}

function remember() {
  const chosen = [...inputs].filter(([, { input }]) => input.value).map(([title, { input }]) => [title, input.value]);
  history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
}

function readAddress() {
  for (const [title, value] of new URLSearchParams(location.hash.slice(1))) {
    if (inputs.has(title)) {
      inputs.get(title).input.value = value;
      apply(title);
    }
  }
}

content.columns.forEach((column, place) => column.filter && addFilter(column, place));
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
readAddress();
window.addEventListener("hashchange", readAddress);
document.querySelector("main").dataset.ready = "yes";
