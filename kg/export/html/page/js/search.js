// Search as you type over names, aliases, document numbers, dates and pinyin.
import { graph } from './data.js';
import { spoken } from './dates.js';

const index = [];

/** Fold width and case, so that ２０２２ finds 2022. */
const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

export function buildIndex() {
  for (const node of graph.nodes) {
    const names = [node.name, ...node.aliases].map(fold);
    const extra = [node.more.number, node.more.date, spoken(node.more.date), node.more.source, ...titles(node)];
    index.push({ node, names, extra: extra.filter(Boolean).map(fold), weight: Math.log1p(node.articles + node.strength) });
  }
}

const titles = (node) => (node.type === 'OFFICIAL'
  ? new Set(node.edges.filter((edge) => edge.title).map((edge) => edge.title)) : []);

/** Give nodes that match, best first; `type` narrows to one type. */
export function search(text, { limit = 60, type = '' } = {}) {
  const query = fold(text);
  if (!query) return { count: 0, hits: [] };
  const latin = /^[a-z]+$/.test(query);
  const hits = [];
  for (const entry of index) {
    if (type && entry.node.type !== type) continue;
    const score = rank(entry, query, latin);
    if (score) hits.push({ node: entry.node, score: score * 10 + entry.weight - (entry.node.type === 'ARTICLE' ? 3 : 0) });
  }
  hits.sort((a, b) => b.score - a.score || a.node.i - b.node.i);
  return { count: hits.length, hits: hits.slice(0, limit).map((hit) => hit.node) };
}

function rank({ names, extra }, query, latin) {
  let best = 0;
  for (let i = 0; i < names.length; i += 1) {
    const at = names[i].indexOf(query);
    if (at === 0) best = Math.max(best, names[i].length === query.length ? 6 : 5 - i * 0.01);
    else if (at > 0) best = Math.max(best, 3);
    else if (latin && best < 4) best = Math.max(best, spells(names[i], query));
  }
  return best || (extra.some((text) => text.includes(query)) ? 2 : 0);
}

function spells(name, query) {
  const length = Math.min(name.length, 24);
  for (let start = 0; start < length; start += 1) {
    if (reads(name, start, query, 0)) return start ? 2.5 : 4 - length * 0.05;
  }
  return 0;
}

/** Do the characters from `i` on read as the query from `j` on, each by its whole pinyin or its first letter? */
function reads(name, i, query, j) {
  if (j === query.length) return true;
  if (i === name.length) return false;
  const readings = graph.readings[name[i]];
  if (!readings) return name[i] === query[j] && reads(name, i + 1, query, j + 1);
  if (!readings.includes(query[j])) return false;
  for (const reading of readings.split(' ')) {
    if (reading[0] !== query[j]) continue;
    if (query.startsWith(reading, j) && reads(name, i + 1, query, j + reading.length)) return true;
    if (query.length - j < reading.length && reading.startsWith(query.slice(j))) return true;
    if (reads(name, i + 1, query, j + 1)) return true;
  }
  return false;
}

/** Give the pinyin of a name, first readings only: a help to the eye, not an identity. */
export const pinyinOf = (name) => Array.from(name).map((c) => (graph.readings[c] || '').split(' ')[0]).filter(Boolean).join(' ');
