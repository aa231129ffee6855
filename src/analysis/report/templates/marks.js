// Text with its marks, and links, as both pages with a script of their own draw them.

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// A passage is its text and the marks in it: start, end and role of each. Like Python, they count a sign outside the
// first 65,536 of Unicode, such as a smiley, as one.
function marked([text, marks]) {
  const signs = Array.from(text);
  const edges = [...new Set([0, signs.length, ...marks.flatMap(([start, end]) => [start, end])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, place) => {
    const end = edges[place + 1];
    const piece = escaped(signs.slice(start, end).join("")).replace(/\n\n/g, '<span class="gap"></span>');
    const roles = marks.filter(([from, to]) => from <= start && end <= to).map((mark) => mark[2]);
    if (!roles.length) return piece;
    const name = roles.includes("content") || roles.includes("word") ? "mark" : "span";
    return `<${name} class="${[...new Set(roles)].join(" ")}">${piece}</${name}>`;
  }).join("");
}

// A headline is its text and the address of the article, which Python has checked.
const linked = ([text, url]) =>
  url ? `<a href="${escaped(url)}" rel="noreferrer noopener">${escaped(text)}</a>` : `<cite>${escaped(text)}</cite>`;
