// Lines of a card or a view: a node, or an edge that unfolds its evidence.
import { choose, chooseEdge } from './actions.js';
import { doubtful, graph } from './data.js';
import { span } from './dates.js';
import { h, icon } from './dom.js';
import { evidenceBlock } from './evidence.js';
import { t } from './texts.js';

export const openNode = (node) => choose(node);

export function nodeButton(node) {
  return h('button', { class: `node${node.resolved ? '' : ' unresolved'}`, onclick: () => openNode(node) }, icon(node.type), h('span', {}, node.name));
}

/** What an edge says beside the name at its far end. */
export function saying(edge) {
  const words = [];
  if (edge.title) words.push(edge.title);
  if (edge.status) words.push(t(edge.status));
  if (edge.role) words.push((edge.roles || [edge.role]).map((role) => t(role)).join(' · '));
  if (!words.length) words.push(t(edge.predicate));
  return words.join(' · ');
}

const figures = (edge) => (edge.predicate === 'co_occurs_with'
  ? `${t('sentences', { count: edge.weight })}${edge.npmi ? ` · NPMI ${edge.npmi.toFixed(2)}` : ''}` : edge.weight > 1 ? t('sentences', { count: edge.weight }) : '');

/** A line for an edge, named by the given ends (one on a node's card, both elsewhere). */
export function edgeRow(edge, ends = [edge.from, edge.to], open = false) {
  const row = h('div', { class: 'row' });
  const label = `${t('evidence.show')}: ${ends.map((node) => node.name).join(' – ')} ${saying(edge)}`;
  const toggle = h('button', { class: 'fold', 'aria-expanded': String(open), 'aria-label': label, disabled: !edge.evidence.length, onclick: () => unfold(row, toggle, edge) }, '›');
  const when = span(edge.first, edge.last);
  row.append(h('div', { class: 'line' }, toggle, h('div', { class: 'what' },
    h('div', { class: 'ends' }, ends.map((node, i) => [i ? h('span', { class: 'arrow' }, edge.predicate === 'co_occurs_with' ? '—' : '→') : null, nodeButton(node)])),
    h('button', { class: 'says', onclick: () => chooseEdge(edge.first_of || edge) }, edge.predicate === 'co_occurs_with' && ends.length === 1 ? figures(edge) : [saying(edge), figures(edge)].filter(Boolean).join(' · ')),
    when && h('span', { class: 'when' }, when), doubtful(edge) && h('span', { class: 'doubt' }, `${t('card.doubt.confidence')} ${edge.confidence.toFixed(2)}`))));
  if (open) row.append(evidenceBlock(edge, openNode, 2));
  return row;
}

/** One line for all that somebody did at a meeting: the roles of the edges to the same far end, and all their evidence. */
export function together(edges, far) {
  const groups = new Map();
  for (const edge of edges) groups.set(far(edge), [...(groups.get(far(edge)) || []), edge]);
  return [...groups.values()].map((same) => (same.length === 1 ? same[0] : Object.assign(Object.create(same[0]), {
    first_of: same[0], roles: same.map((edge) => edge.role), evidence: same.flatMap((edge) => edge.evidence), weight: Math.max(...same.map((edge) => edge.weight)),
    confidence: Math.min(...same.map((edge) => edge.confidence)), first: outer(same.map((edge) => edge.first), 1), last: outer(same.map((edge) => edge.last), -1),
  })));
}

/** The earliest (1) or the latest (-1) of some dates. */
const outer = (dates, sign) => dates.filter(Boolean).sort((a, b) => sign * a.localeCompare(b))[0] || '';

function unfold(row, toggle, edge) {
  const open = toggle.getAttribute('aria-expanded') === 'true';
  toggle.setAttribute('aria-expanded', String(!open));
  if (open) row.querySelector('.evidence').remove();
  else row.append(evidenceBlock(edge, openNode));
}

/** A headed list of rows; long ones show their first `limit`. */
export function section(heading, rows, { limit = 8, make = (row) => row } = {}) {
  if (!rows.length) return null;
  const box = h('section', {}, h('h3', {}, heading, h('span', { class: 'count' }, String(rows.length))), rows.slice(0, limit).map(make));
  if (rows.length > limit) {
    const more = h('button', { class: 'link', onclick: () => more.replaceWith(...rows.slice(limit, limit + 200).map(make)) }, t('card.all', { count: rows.length }));
    box.append(more);
  }
  return box;
}

export const namesakes = (node) => (graph.byName.get(node.name) || []).filter((one) => one !== node && one.type === node.type);
