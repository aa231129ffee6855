// Show the passages of the number that the page's address names: "#04-4-speakers-2/r12-n" is row 12, column n of a chart.
// Where they are stands in a file of the chart; the articles stand in files of their own.
const { first, context, rows } = JSON.parse(document.getElementById("content").textContent);
const STEP = 200; // passages at a time
const byId = (id) => document.getElementById(id);

// A page that is opened from disk may read no file but a script; each of ours calls this function with what it holds.
const asked = new Map();
const held = new Map();
window.hold = (name, content) => held.set(name, content);

function read(name) {
  if (!asked.has(name)) asked.set(name, new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `passages/${encodeURIComponent(name)}.js`;
    script.onload = () => resolve(held.get(name));
    script.onerror = () => reject(new Error(`The file passages/${name}.js cannot be read; keep the report's files together.`));
    document.head.append(script);
  }));
  return asked.get(name);
}

async function articleOf(number) {
  const file = first.findLastIndex((start) => start <= number);
  return (await read(`articles-${file + 1}`))[number - first[file]];
}

// The sentences that hold the marks, with some before and after; without marks, the beginning of the article.
function cut(article, length, marks) {
  const { sentences } = article;
  if (context < 0 || !sentences.length) return [0, length];
  const [begin, end] = [Math.min(...marks.map((mark) => mark[0])), Math.max(...marks.map((mark) => mark[1]))];
  const from = marks.length ? Math.max(sentences.findLastIndex(([start]) => start <= begin), 0) : 0;
  const found = marks.length ? sentences.findIndex((sentence) => sentence[1] >= end) : 0;
  const to = Math.max(from, found < 0 ? sentences.length - 1 : found);
  return [sentences[Math.max(from - context, 0)][0], sentences[Math.min(to + context, sentences.length - 1)][1]];
}

// A place is an article and in it nothing, the number of a quote, or start and end of a word.
async function item([number, ...at]) {
  const article = await articleOf(number);
  const [said, marks] = at.length === 1 ? article.quotes[at[0]] : ["", at.length ? [[...at, "word"]] : []];
  const signs = article.signs ??= Array.from(article.text);
  const [start, end] = cut(article, signs.length, marks);
  const before = signs.slice(0, start).join("").trim() ? "… " : "";
  const after = signs.slice(end).join("").trim() ? " …" : "";
  const own = marks.map(([from, to, role]) => [from - start, to - start, role]);
  return `<li class="passage"><p class="where"><strong>${escaped(article.outlet)}</strong>, ${escaped(article.day)}. `
    + `${linked(article.headline)}</p><blockquote><p>${before}${marked([signs.slice(start, end).join(""), own])}${after}`
    + `</p></blockquote>${said ? `<p class="said">${escaped(said)}</p>` : ""}</li>`;
}

let shown = { places: [], n: 0 };

async function more(most) {
  const own = shown;
  byId("more").hidden = true;
  for (const goal = Math.min(own.n + most, own.places.length); own.n < goal;) {
    const next = await Promise.all(own.places.slice(own.n, Math.min(own.n + STEP, goal)).map(item));
    if (own !== shown) return; // another number was asked for meanwhile
    byId("list").insertAdjacentHTML("beforeend", next.join("\n"));
    own.n += next.length;
    byId("state").textContent = own.n < own.places.length ? `${own.n.toLocaleString("en-US")} shown` : "";
    await new Promise((resume) => setTimeout(resume));
  }
  byId("more").hidden = own.n === own.places.length;
}

async function show() {
  const [, name, section] = /^#([^/]+)\/(r(?:\d+)-\w+)$/.exec(decodeURIComponent(location.hash)) ?? [];
  shown = { places: [], n: 0 };
  byId("list").replaceChildren();
  delete document.querySelector("main").dataset.ready;
  if (!name) return;
  const { title, table, chart, sections } = await read(name);
  const [heading, places] = sections[section] ?? ["This number counts nothing", []];
  document.title = `${heading}: the passages`;
  byId("title").textContent = title;
  byId("heading").textContent = `${heading}: ${places.length.toLocaleString("en-US")}`;
  byId("report").href = chart ? `index.html#${encodeURIComponent(table)}` : "index.html";
  const row = parseInt(section.slice(1), 10);
  const page = Math.floor(row / rows) + 1; // of the table
  byId("table").href = `tables/${encodeURIComponent(table)}${page > 1 ? `-${page}` : ""}.html#row-${row}`;
  byId("key").hidden = places.every((place) => place.length !== 2); // of words and articles
  shown = { places, n: 0 };
  await more(STEP);
  document.querySelector("main").dataset.ready = "yes";
}

const tell = (error) => { byId("state").textContent = error.message; };
byId("next").addEventListener("click", () => more(STEP).catch(tell));
byId("all").addEventListener("click", () => more(Infinity).catch(tell));
window.addEventListener("hashchange", () => show().catch(tell));
show().catch(tell);
