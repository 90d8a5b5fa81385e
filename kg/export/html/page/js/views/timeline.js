// Posts, meetings and documents of the selection by month.
import { dated } from '../dates.js';
import { h } from '../dom.js';
import { selectedEdges } from '../filters.js';
import { edgeRow } from '../rows.js';
import { t } from '../texts.js';

const TOLD = new Set(['holds_post', 'attended', 'issued', 'authored']);
const MOST = 400;

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
  return newest.filter(() => left > 0).map(([month, list]) => {
    const rows = list.sort((a, b) => (b.first || '').localeCompare(a.first || '') || a.i - b.i).slice(0, left);
    left -= rows.length;
    return h('section', { class: 'month' }, h('h3', {}, month || t('view.undated'), h('span', { class: 'count' }, String(list.length))), rows.map((edge) => edgeRow(edge)));
  });
}
