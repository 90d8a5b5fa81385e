// Agencies by part_of and places by located_in, as trees that unfold.
import { selectedEdges } from '../filters.js';
import { h } from '../dom.js';
import { nodeButton } from '../rows.js';

const OPEN = 2;

export function treeView(predicate, type) {
  const children = new Map();
  const isChild = new Set();
  for (const edge of selectedEdges()) {
    if (edge.predicate !== predicate || edge.from.type !== type || edge.to.type !== type || edge.from === edge.to) continue;
    if (!children.has(edge.to)) children.set(edge.to, new Set());
    children.get(edge.to).add(edge.from);
    isChild.add(edge.from);
  }
  const roots = [...children.keys()].filter((node) => !isChild.has(node)).sort(byStrength);
  return roots.length ? [h('ul', { class: 'tree' }, roots.map((node) => branch(node, children, 0, new Set())))] : [];
}

const byStrength = (a, b) => b.articles - a.articles || a.i - b.i;

function branch(node, children, depth, above) {
  const below = [...(children.get(node) || [])].filter((one) => !above.has(one)).sort(byStrength);
  const item = h('li', {});
  if (!below.length) { item.append(h('div', { class: 'leaf' }, nodeButton(node))); return item; }
  const list = h('ul', { hidden: depth >= OPEN });
  const grow = () => list.childElementCount || list.append(...below.map((one) => branch(one, children, depth + 1, new Set([...above, node]))));
  const fold = h('button', { class: 'fold', 'aria-expanded': String(depth < OPEN), 'aria-label': node.name, onclick: () => {
    grow();
    list.hidden = !list.hidden;
    fold.setAttribute('aria-expanded', String(!list.hidden));
  } }, '›');
  if (depth < OPEN) grow();
  item.append(h('div', { class: 'leaf' }, fold, nodeButton(node), h('span', { class: 'count' }, String(below.length))), list);
  return item;
}
