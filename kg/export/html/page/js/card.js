// The card of a node, an edge or a path.
import { expand, focus, hiddenNeighbours, hide, pin, unchoose } from './actions.js';
import { edgesOfArticle, other } from './data.js';
import { span } from './dates.js';
import { byId, fill, h, icon } from './dom.js';
import { copy } from './evidence.js';
import { edgeRow, namesakes, nodeButton, section, together } from './rows.js';
import { pinyinOf } from './search.js';
import { state } from './state.js';
import { provinces, t, locale } from './texts.js';

/** predicate, the side on which the card's node stands, heading */
const SECTIONS = [
  ['holds_post', 'from', 'card.posts'], ['holds_post', 'to', 'card.staff'], ['issued', 'from', 'card.issued'],
  ['issued', 'to', 'card.issuers'], ['authored', 'from', 'card.authored'], ['authored', 'to', 'card.authors'],
  ['attended', 'from', 'card.meetings'], ['attended', 'to', 'card.present'], ['part_of', 'from', 'card.parents'],
  ['part_of', 'to', 'card.parts'], ['jurisdiction', 'from', 'card.place'], ['located_in', 'from', 'card.place'],
  ['located_in', 'to', 'card.inside'], ['jurisdiction', 'to', 'card.governed'], ['cites', 'from', 'card.documents'],
  ['cites', 'to', 'card.documents'], ['implements', 'from', 'card.documents'], ['implements', 'to', 'card.documents'],
  ['reported_by', 'from', 'card.sources'], ['reported_by', 'to', 'card.reports'],
];

export function drawCard(startCard) {
  const card = byId('card');
  card.setAttribute('aria-label', t('card'));
  document.body.classList.toggle('has-card', Boolean(state.selected || state.edge || state.path));
  if (state.path) fill(card, closer(), pathCard());
  else if (state.edge) fill(card, closer(), edgeCard(state.edge));
  else if (state.selected) fill(card, closer(), nodeCard(state.selected));
  else fill(card, startCard());
  card.scrollTop = 0;
}

const closer = () => h('button', { class: 'close', 'aria-label': t('card.close'), title: t('card.close'), onclick: unchoose }, '×');

function nodeCard(node) {
  const kind = [t(node.type), node.kind && t(`kind.${node.kind}`), node.province && node.type !== 'PLACE' && provinces[node.province]?.[locale.index]];
  const facts = [t('card.mentions', { articles: node.articles }), span(node.first, node.last), node.more.number, node.more.place];
  return [
    h('p', { class: 'type' }, icon(node.type), h('span', {}, kind.filter(Boolean).join(' · '))),
    h('h2', {}, node.name), node.type !== 'ARTICLE' && h('p', { class: 'pinyin' }, pinyinOf(node.name)),
    h('p', { class: 'facts' }, facts.filter(Boolean).join(' · ')), doubts(node),
    node.type === 'ARTICLE' && h('p', { class: 'facts file' }, node.more.source), actions(node), aliases(node), sections(node),
  ];
}

function doubts(node) {
  const found = [];
  if (!node.resolved) found.push(t('card.doubt.unresolved'));
  if (node.more.candidates) found.push(t('card.doubt.candidates', { names: node.more.candidates }));
  const same = namesakes(node);
  if (!found.length && !same.length) return null;
  return h('div', { class: 'doubts' }, found.map((text) => h('p', {}, text)),
    same.length ? [h('p', {}, t('card.doubt.namesakes', { count: same.length })), same.slice(0, 5).map(nodeButton)] : null);
}

function actions(node) {
  const hidden = hiddenNeighbours(node);
  const byType = Object.entries(Object.groupBy ? Object.groupBy(hidden, (one) => one.type) : grouped(hidden));
  return [h('div', { class: 'actions' },
    h('button', { class: 'primary', disabled: !hidden.length, onclick: () => expand(node) }, t('card.expand', { count: hidden.length })),
    h('button', { onclick: () => focus(node, 1) }, t('card.focus')),
    h('button', { onclick: () => focus(node, 2) }, t('card.hops', { count: 2 })),
    h('button', { onclick: () => hide(node) }, t('card.hide')),
    h('button', { onclick: () => pin(node), 'aria-pressed': String(state.pinned.has(node)) }, t(state.pinned.has(node) ? 'card.unpin' : 'card.pin')),
    h('button', { onclick: () => document.dispatchEvent(new CustomEvent('path-from', { detail: node })) }, t('card.path')),
    h('button', { onclick: (event) => copy(location.href, event.currentTarget) }, t('card.link'))),
  byType.length > 1 && h('div', { class: 'chips' }, byType.map(([type, nodes]) => h('button', { class: 'chip', onclick: () => expand(node, type) }, icon(type), `${t(type)} +${nodes.length}`)))];
}

function grouped(nodes) {
  const groups = {};
  for (const node of nodes) (groups[node.type] ||= []).push(node);
  return groups;
}

const aliases = (node) => node.aliases.length > 0 && h('section', {}, h('h3', {}, t('card.aliases')),
  h('ul', { class: 'names' }, node.aliases.map((alias) => h('li', {}, alias))));

/** Posts in time, then by weight. */
const inTime = (a, b) => (a.first || '9').localeCompare(b.first || '9') || b.weight - a.weight || a.i - b.i;

function sections(node) {
  const make = (edge) => edgeRow(edge, [other(edge, node)]);
  const said = new Map();
  for (const [predicate, side, heading] of SECTIONS) {
    const edges = node.edges.filter((edge) => edge.predicate === predicate && edge[side] === node).sort(inTime);
    const told = predicate === 'attended' ? together(edges, (edge) => other(edge, node)) : edges;
    if (told.length) said.set(heading, [...(said.get(heading) || []), ...told]);
  }
  const parts = [...said].map(([heading, edges]) => section(t(heading), edges, { make }));
  const near = node.edges.filter((edge) => edge.predicate === 'co_occurs_with').sort((a, b) => b.weight - a.weight || b.npmi - a.npmi || a.i - b.i);
  parts.push(section(t('card.near'), near, { make, limit: 10 }));
  if (node.type === 'ARTICLE') parts.push(section(t('card.said'), edgesOfArticle(node).filter((edge) => edge.predicate !== 'co_occurs_with'), { make: (edge) => edgeRow(edge), limit: 40 }));
  return parts.some(Boolean) ? parts : h('p', { class: 'facts' }, t('card.nothing'));
}

const edgeCard = (edge) => [h('p', { class: 'type' }, t('edge.relation')), h('h2', {}, t(edge.predicate)), edgeRow(edge, undefined, true)];

function pathCard() {
  const [from, to] = state.pathEnds;
  return [h('p', { class: 'type' }, t('path')), h('h2', {}, t('path.title', { from: from.name, to: to.name })),
    h('p', { class: 'facts' }, `${t('path.steps', { count: state.path.length })} · ${t('path.hint')}`),
    state.path.map((edge) => edgeRow(edge, undefined, true))];
}
