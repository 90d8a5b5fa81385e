// The sentences that prove an edge, with both ends marked, and how to cite them.
import { graph } from './data.js';
import { announce, h } from './dom.js';
import { t } from './texts.js';

const SHOWN = 5;
const SHORT = 12;

/** Give the pieces of evidence of an edge: sentence, marks, article, file, line. */
export function evidenceOf(edge) {
  return edge.evidence.map(([passage, confidence, extractor, ...flat]) => {
    const [article, source, line, quote] = graph.passages[passage];
    const marks = [];
    for (let i = 0; i + 1 < flat.length; i += 2) marks.push([flat[i], flat[i + 1]]);
    return { quote, marks, source, line, confidence, extractor, article: article < 0 ? null : graph.nodes[article] };
  });
}

export function citation({ quote, article, source, line }) {
  const parts = [article && article.name !== source ? `《${article.name.replace(/^《|》$/g, '')}》` : '', reporter(article), article?.more.date, `${source}:${line}`];
  return `“${quote}” —— ${parts.filter(Boolean).join('，')}`;
}

const reporter = (article) => article?.edges.find((edge) => edge.predicate === 'reported_by')?.to.name;

/** The marks of an edge's two ends: their names where the sentence has them, else what the evidence marks. */
function bothEnds(edge, { quote, marks }) {
  if (marks.length > 1) return marks;
  const found = [edge.from, edge.to].map((end) => named(end, quote)).filter(Boolean);
  const [[start, stop] = [0, 0]] = marks;
  const inside = found.find(([a, b]) => start <= a && b <= stop);
  if (found.length === 2 || !marks.length) return found;
  if (!inside) return [...found, ...marks];
  const rest = [[start, inside[0]], [inside[1], stop]].filter(([a, b]) => b > a && b - a <= SHORT);
  return [...found, ...rest.slice(0, 1)];
}

/** Where a node is named in a sentence, by the longest of its names. */
function named(node, quote) {
  const name = [node.name, ...node.aliases].sort((a, b) => b.length - a.length).find((one) => one.length > 1 && quote.includes(one));
  if (!name) return null;
  const start = Array.from(quote.slice(0, quote.indexOf(name))).length;
  return [start, start + Array.from(name).length];
}

/** Cut a sentence at its marks; offsets count code points. */
export function marked(quote, marks) {
  const characters = Array.from(quote);
  const pieces = [];
  let at = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    pieces.push(characters.slice(at, start).join(''), h('mark', { class: pieces.length > 1 ? 'second' : 'first' }, characters.slice(start, end).join('')));
    at = end;
  }
  return [...pieces, characters.slice(at).join('')];
}

export function evidenceBlock(edge, openArticle, limit = SHOWN) {
  const items = evidenceOf(edge);
  const list = items.slice(0, limit).map((item) => sentence({ ...item, marks: bothEnds(edge, item) }, openArticle));
  const rest = items.length - limit;
  const block = h('div', { class: 'evidence' }, list);
  if (rest > 0) {
    block.append(h('button', { class: 'link', onclick: () => block.replaceWith(evidenceBlock(edge, openArticle, items.length)) },
      t('evidence.more', { count: rest })));
  }
  return block;
}

function sentence(item, openArticle) {
  const where = [
    item.article && h('button', { class: 'link', onclick: () => openArticle(item.article) }, item.article.name),
    item.article?.more.date && h('span', {}, item.article.more.date), h('span', {}, reporter(item.article)),
    h('span', { class: 'file' }, `${item.source} · ${t('evidence.line', { line: item.line })}`),
  ];
  return h('figure', {}, h('blockquote', {}, marked(item.quote, item.marks)),
    h('figcaption', {}, where, h('button', { class: 'cite', onclick: (event) => copy(citation(item), event.currentTarget) }, t('evidence.cite'))));
}

/** Copy text; where a page may not (a frame, an old browser), by way of a selected field. */
export async function copy(text, button) {
  const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  if (!copied) {
    const field = h('textarea', { value: text, class: 'offscreen', 'aria-hidden': 'true' });
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
  document.body.dataset.copied = text;
  announce(t('evidence.copied'));
  if (!button) return;
  const before = button.textContent;
  button.textContent = t('evidence.copied');
  setTimeout(() => { button.textContent = before; }, 1500);
}
