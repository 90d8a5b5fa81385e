// The sentences that prove an edge, with both ends marked, and how to cite them.
import { graph } from './data.js';
import { announce, h } from './dom.js';
import { t } from './texts.js';

const SHOWN = 5;

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

/** The marks of an edge's two ends: those of the evidence, and the names it leaves unmarked. */
function bothEnds(edge, { quote, marks }) {
  const found = [...marks];
  for (const end of [edge.from, edge.to]) {
    const name = [end.name, ...end.aliases].sort((a, b) => b.length - a.length).find((one) => one.length > 1 && quote.includes(one));
    if (!name) continue;
    const start = Array.from(quote.slice(0, quote.indexOf(name))).length;
    const stop = start + Array.from(name).length;
    if (!found.some(([a, b]) => a < stop && start < b)) found.push([start, stop]);
  }
  return found;
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
