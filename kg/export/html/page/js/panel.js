// The panel of filters: a legend whose entries count and filter.
import { graph } from './data.js';
import { byId, fill, h, icon, svg } from './dom.js';
import { edgePasses, filtered, nodePasses } from './filters.js';
import { changed, emptyFilters, state } from './state.js';
import { locale, looks, provinces, t } from './texts.js';

const sets = { kinds: null, provinces: null };

export function drawPanel() {
  const box = byId('panel');
  const focused = document.activeElement?.id;
  const counts = tally();
  box.setAttribute('aria-label', t('filters'));
  fill(box, group('types', Object.keys(looks.types), counts.types, (type) => icon(type)),
    group('predicates', Object.keys(looks.predicates), counts.predicates, stroke),
    choice('kind', kinds(), (kind) => t(`kind.${kind}`)), choice('province', inProvinces(), (code) => provinces[code]?.[locale.index] || code),
    slider('weight', 1, maximum(), 1), slider('npmi', 0, 1, 0.05), slider('confidence', 0, 1, 0.05), hubs(),
    filtered() && h('button', { id: 'reset-filters', onclick: () => { state.filters = emptyFilters(); changed('filters'); } }, t('filter.reset')));
  if (focused) byId(focused)?.focus();
}

function tally() {
  const types = {};
  const predicates = {};
  const off = { types: state.filters.types, predicates: state.filters.predicates };
  Object.assign(state.filters, { types: new Set(), predicates: new Set() });
  for (const node of graph.nodes) if (nodePasses(node)) types[node.type] = (types[node.type] || 0) + 1;
  for (const edge of graph.edges) if (edgePasses(edge)) predicates[edge.predicate] = (predicates[edge.predicate] || 0) + 1;
  Object.assign(state.filters, off);
  return { types, predicates };
}

function group(name, keys, counts, sign) {
  const off = state.filters[name];
  const toggle = (key) => { if (!off.delete(key)) off.add(key); changed('filters'); };
  const present = keys.filter((key) => counts[key] || off.has(key));
  return h('fieldset', {}, h('legend', {}, t(`filter.${name}`)), present.map((key) => h('label', { class: 'check' },
    h('input', { type: 'checkbox', id: `filter-${key}`, checked: !off.has(key), onchange: () => toggle(key) }), sign(key), h('span', { class: 'grow' }, t(key)),
    h('span', { class: 'count' }, String(counts[key] || 0)))));
}

function stroke(predicate) {
  const line = svg('path', { d: 'M1 8h14', class: `stroke ${predicate === 'co_occurs_with' ? 'dashed' : ''}` });
  return svg('svg', { viewBox: '0 0 16 16', class: `icon line ${looks.predicates[predicate]}`, 'aria-hidden': 'true' }, line);
}

const kinds = () => (sets.kinds ||= [...new Set(graph.nodes.map((node) => node.kind).filter(Boolean))].sort());
const inProvinces = () => (sets.provinces ||= [...new Set(graph.nodes.map((node) => node.province).filter(Boolean))].sort());
const maximum = () => (sets.weight ||= Math.min(20, graph.edges.reduce((most, edge) => (edge.predicate === 'co_occurs_with' ? Math.max(most, edge.weight) : most), 2)));

function choice(name, values, label) {
  if (!values.length) return null;
  const option = (value, text) => h('option', { value, selected: state.filters[name] === value }, text);
  return h('label', { class: 'field' }, h('span', {}, t(`filter.${name}`)), h('select', { id: `filter-${name}`, onchange: (event) => { state.filters[name] = event.target.value; changed('filters'); } },
    option('', t('filter.all')), values.map((value) => option(value, label(value)))));
}

function slider(name, min, max, step) {
  const value = state.filters[name];
  return h('label', { class: 'field' }, h('span', {}, t(`filter.${name}`), h('output', {}, String(value))),
    h('input', { type: 'range', id: `filter-${name}`, min, max, step, value, oninput: (event) => { state.filters[name] = Number(event.target.value); changed('filters'); } }));
}

const hubs = () => graph.hubs > 0 && h('label', { class: 'check', title: t('filter.hubs.hint') },
  h('input', { type: 'checkbox', id: 'filter-hubs', checked: state.filters.hubs, onchange: (event) => { state.filters.hubs = event.target.checked; changed('filters'); } }),
  h('span', { class: 'grow' }, t('filter.hubs')), h('span', { class: 'count' }, String(graph.hubs)));
