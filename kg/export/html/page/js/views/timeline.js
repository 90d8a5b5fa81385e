// Posts as bars in time, then posts, meetings and documents of the selection by month.
import { chooseEdge } from '../actions.js';
import { dated, span } from '../dates.js';
import { h, svg } from '../dom.js';
import { selectedEdges } from '../filters.js';
import { edgeRow, saying } from '../rows.js';
import { t } from '../texts.js';

const TOLD = new Set(['holds_post', 'attended', 'issued', 'authored']);
const MOST = 400;
const BARS = 60;
const DAY = 86400000;

export function timelineView() {
  const edges = selectedEdges().filter((edge) => TOLD.has(edge.predicate));
  const months = new Map();
  for (const edge of edges) {
    const date = edge.first || edge.to.more.date || '';
    const month = dated(date) ? date.slice(0, 7) : '';
    if (!months.has(month)) months.set(month, []);
    months.get(month).push(edge);
  }
  let left = MOST;
  const newest = [...months].sort(([a], [b]) => b.localeCompare(a));
  return [bars(edges), ...newest.filter(() => left > 0).map(([month, list]) => {
    const rows = list.sort((a, b) => (b.first || '').localeCompare(a.first || '') || a.i - b.i).slice(0, left);
    left -= rows.length;
    return h('section', { class: 'month' }, h('h3', {}, month || t('view.undated'), h('span', { class: 'count' }, String(list.length))), rows.map((edge) => edgeRow(edge)));
  })];
}

/** Each post from its first report to its last, a bar that opens it; those reported once are as wide as a day. */
function bars(edges) {
  const posts = edges.filter((edge) => edge.predicate === 'holds_post' && dated(edge.first));
  if (!posts.length) return null;
  const shown = posts.sort((a, b) => b.weight - a.weight || a.i - b.i).slice(0, BARS).sort((a, b) => a.first.localeCompare(b.first) || a.i - b.i);
  const begin = Math.min(...shown.map((edge) => day(edge.first, false)));
  const whole = Math.max(DAY, Math.max(...shown.map((edge) => day(edge.last || edge.first, true))) - begin);
  return h('section', { class: 'month posts-in-time' }, h('h3', {}, t('view.posts'), h('span', { class: 'count' }, `${shown.length} / ${posts.length}`)),
    shown.map((edge) => bar(edge, begin, whole)));
}

function bar(edge, begin, whole) {
  const from = day(edge.first, false);
  const width = Math.max(0.6, (100 * (day(edge.last || edge.first, true) - from)) / whole);
  const x = Math.min(100 - width, (100 * (from - begin)) / whole);
  const when = span(edge.first, edge.last);
  const picture = svg('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 4.5, width: 100, height: 1, class: 'axis' }), svg('rect', { x, y: 1, width, height: 8, class: edge.status || 'current' }));
  const label = `${edge.from.name} ${saying(edge)} ${edge.to.name}`;
  return h('button', { class: 'post-bar', title: `${label} ${when}`, 'aria-label': `${label} ${when}`, onclick: () => chooseEdge(edge) },
    h('span', { class: 'post-name' }, label), picture, h('span', { class: 'when' }, when));
}

/** The first or the last millisecond that a day, month or year may mean. */
function day(date, end) {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  if (!end) return Date.UTC(year, (month || 1) - 1, dayOfMonth || 1);
  return Date.UTC(year, month ? month - (dayOfMonth ? 1 : 0) : 12, dayOfMonth ? dayOfMonth + 1 : 1);
}
