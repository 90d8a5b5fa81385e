// Posts and meetings as bars in time, then posts, meetings and documents of the selection by month.
import { choose, chooseEdge } from '../actions.js';
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

/** Posts from their first report to their last, and meetings on their day, under one axis of years or months. */
function bars(edges) {
  const posts = edges.filter((edge) => edge.predicate === 'holds_post' && dated(edge.first)).sort((a, b) => b.weight - a.weight || a.i - b.i);
  const meetings = [...new Set(edges.filter((edge) => edge.predicate === 'attended' && dated(edge.to.more.date)).map((edge) => edge.to))].sort((a, b) => b.mentions - a.mentions || a.id.localeCompare(b.id));
  if (!posts.length && !meetings.length) return null;
  const rows = [...posts.slice(0, BARS).map(postBar), ...meetings.slice(0, BARS).map(meetingBar)].sort((a, b) => a.from - b.from);
  const begin = Math.min(...rows.map((row) => row.from));
  const whole = Math.max(DAY, Math.max(...rows.map((row) => row.to)) - begin);
  const ticks = axis(begin, whole);
  return h('section', { class: 'month posts-in-time' }, h('h3', {}, t('view.posts'), h('span', { class: 'count' }, `${rows.length} / ${posts.length + meetings.length}`)),
    scaleRow(ticks), rows.map((row) => bar(row, begin, whole, ticks)));
}

const postBar = (edge) => ({
  from: day(edge.first, false), to: day(edge.last || edge.first, true), when: span(edge.first, edge.last), kind: edge.status || 'current',
  label: `${edge.from.name} ${saying(edge)} ${edge.to.name}`, open: () => chooseEdge(edge),
});

const meetingBar = (node) => ({ from: day(node.more.date, false), to: day(node.more.date, true), when: node.more.date, kind: 'EVENT', label: node.name, open: () => choose(node) });

/** The first days of the years under the bars, or of the months where there are few; each with its place in per cent. */
function axis(begin, whole) {
  const [first, last] = [new Date(begin), new Date(begin + whole)];
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
  const step = months <= 14 ? Math.ceil(months / 7) : 12 * Math.ceil(months / 12 / 8);
  const ticks = [];
  for (let month = step < 12 ? first.getUTCMonth() + 1 : 12; month <= months + first.getUTCMonth(); month += step) {
    const at = Date.UTC(first.getUTCFullYear(), month, 1);
    ticks.push({ x: (100 * (at - begin)) / whole, name: new Date(at).toISOString().slice(0, step < 12 ? 7 : 4) });
  }
  return ticks.filter((tick) => tick.x >= 0 && tick.x < 97);
}

function scaleRow(ticks) {
  const names = ticks.map((tick) => {
    const name = h('span', {}, tick.name);
    name.style.left = `${tick.x}%`;
    return name;
  });
  return h('div', { class: 'post-bar scale', 'aria-hidden': 'true' }, h('span'), h('div', { class: 'ticks' }, names), h('span'));
}

/** A row of the picture: reports of one day are as wide as can be seen. */
function bar({ from, to, when, kind, label, open }, begin, whole, ticks) {
  const width = Math.max(1.2, (100 * (to - from)) / whole);
  const x = Math.min(100 - width, (100 * (from - begin)) / whole);
  const picture = svg('svg', { viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { x: 0, y: 4.7, width: 100, height: 0.6, class: 'axis' }), ...ticks.map((tick) => svg('rect', { x: tick.x, y: 0, width: 0.2, height: 10, class: 'axis' })),
    svg('rect', { x, y: 1, width, height: 8, class: kind }));
  return h('button', { class: 'post-bar', title: `${label} ${when}`, 'aria-label': `${label} ${when}`, onclick: open },
    h('span', { class: 'post-name' }, label), picture, h('span', { class: 'when' }, when));
}

/** The first or the last millisecond that a day, month or year may mean. */
function day(date, end) {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  if (!end) return Date.UTC(year, (month || 1) - 1, dayOfMonth || 1);
  return Date.UTC(year, month ? month - (dayOfMonth ? 1 : 0) : 12, dayOfMonth ? dayOfMonth + 1 : 1);
}
