// Where to start: what the corpus tells most about.
import { graph } from './data.js';
import { h } from './dom.js';
import { nodeButton } from './rows.js';
import { looks, t } from './texts.js';

const tops = new Map();

function top(type) {
  if (!tops.has(type)) {
    const nodes = graph.nodes.filter((node) => node.type === type && (node.resolved || type === 'ARTICLE'));
    const newest = (a, b) => (b.more.date || '').localeCompare(a.more.date || '') || a.i - b.i;
    const strongest = (a, b) => b.articles - a.articles || b.strength - a.strength || a.i - b.i;
    tops.set(type, nodes.sort(type === 'ARTICLE' || type === 'EVENT' ? newest : strongest).slice(0, 6));
  }
  return tops.get(type);
}

export function startCard() {
  const parts = Object.keys(looks.types).filter((type) => top(type).length).map((type) => h('section', {}, h('h3', {}, t(`start.${type}`)),
    h('ul', { class: 'starts' }, top(type).map((node) => h('li', {}, nodeButton(node), h('span', { class: 'count' }, type === 'ARTICLE' || type === 'EVENT' ? node.more.date || '' : String(node.articles)))))));
  return [h('h2', {}, t('start')), h('p', { class: 'facts' }, t('start.hint')), ...parts];
}
