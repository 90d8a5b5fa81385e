// What the reader can do with nodes: choose, expand, focus, hide, pin, connect.
import { edgesOfArticle, graph, other, weak } from './data.js';
import { edgePasses, hubTie, nodePasses } from './filters.js';
import { MOST_DRAWN, arrange, centre, fit } from './graph.js';
import { around, shortestPath } from './path.js';
import { changed, remember, state } from './state.js';

export const STEP = 12;

/** Choose a node: its card opens, and it is drawn if it wasn't. */
export function choose(node, { move = true } = {}) {
  state.selected = node;
  state.edge = null;
  state.path = null;
  if (!state.shown.has(node)) bringIn(node);
  else if (move && state.view === 'graph') centre(node);
  changed('choice');
}

export function chooseEdge(edge) {
  state.edge = edge;
  state.selected = null;
  state.path = null;
  if (!state.shown.has(edge.from) || !state.shown.has(edge.to)) {
    remember();
    add([edge.from, edge.to], edge.from);
    arrange({ warm: true });
  }
  changed('choice');
}

export function unchoose() {
  state.selected = null;
  state.edge = null;
  state.path = null;
  changed('choice');
}

/** A node that isn't drawn comes in with those it is most closely joined to, on a fresh canvas. */
function bringIn(node) {
  remember();
  const near = node.type === 'ARTICLE' ? toldIn(node) : hiddenNeighbours(node, () => true).slice(0, STEP);
  const kept = [...state.shown].filter(([one]) => state.pinned.has(one));
  state.shown = new Map([...kept, [node, { x: 0, y: 0 }]]);
  add(near, node);
  arrange();
  changed();
  fit();
}

/** The entities that an article says something of. */
function toldIn(article) {
  const edges = edgesOfArticle(article).filter((edge) => !weak(edge) || edge.predicate === 'reported_by');
  return [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((node) => node !== article).slice(0, 24);
}

function add(nodes, origin) {
  const centreOf = state.shown.get(origin) || { x: 0, y: 0 };
  nodes.forEach((node, i) => {
    if (state.shown.has(node)) return;
    const angle = i * 2.399963;
    const far = 90 + 14 * Math.sqrt(i);
    state.shown.set(node, { x: centreOf.x + far * Math.cos(angle), y: centreOf.y + far * Math.sin(angle) });
  });
}

/** The neighbours that pass the filters and aren't drawn, strongest first: roles, then co-occurrence. */
export function hiddenNeighbours(node, isHidden = (one) => !state.shown.has(one)) {
  const strength = new Map();
  for (const edge of node.edges) {
    const far = other(edge, node);
    if (far === node || !isHidden(far) || !edgePasses(edge) || !nodePasses(far)) continue;
    const dim = hubTie(edge) && far.hub ? 0.01 : 1;
    const by = (weak(edge) ? edge.weight * (0.1 + Math.max(0, edge.npmi) / 10) : 10 + edge.weight) * dim;
    strength.set(far, (strength.get(far) || 0) + by);
  }
  return [...strength].sort((a, b) => b[1] - a[1] || a[0].i - b[0].i).map(([far]) => far);
}

export function expand(node, type = '') {
  const near = hiddenNeighbours(node).filter((one) => !type || one.type === type).slice(0, STEP);
  const room = MOST_DRAWN - state.shown.size;
  if (!near.length || room <= 0) return 0;
  remember();
  add(near.slice(0, room), node);
  arrange({ warm: true });
  state.selected = node;
  changed();
  fit();
  return near.length;
}

export function focus(node, hops) {
  remember();
  const passes = (edge, far) => edgePasses(edge) && nodePasses(far) && !hubTie(edge) && (hops === 1 || !weak(edge) || edge.weight > 1);
  const nodes = around(node, hops, passes, 80);
  const places = state.shown;
  state.shown = new Map([...nodes, ...state.pinned].map((one) => [one, places.get(one) || { x: 0, y: 0 }]));
  state.selected = node;
  state.path = null;
  arrange();
  changed();
  fit();
}

export function hide(node) {
  remember();
  state.shown.delete(node);
  state.pinned.delete(node);
  if (state.selected === node) state.selected = null;
  changed();
}

export function pin(node) {
  remember();
  if (!state.pinned.delete(node)) state.pinned.add(node);
  changed();
}

/** Draw the path between two nodes; gives its edges, or null. */
export function connect(from, to) {
  const edges = shortestPath(from, to);
  if (!edges) return null;
  remember();
  const nodes = [from, ...edges.flatMap(({ from: a, to: b }) => [a, b]), to];
  state.shown = new Map([...state.shown].filter(([one]) => state.pinned.has(one)));
  add([...new Set(nodes)], from);
  for (const node of new Set(nodes)) add(hiddenNeighbours(node).slice(0, 3), node);
  Object.assign(state, { path: edges, pathEnds: [from, to], selected: null, edge: null, view: 'graph' });
  arrange();
  changed();
  fit();
  return edges;
}

export function startOver() {
  if (state.shown.size) remember();
  state.shown = new Map(state.opening.map((node) => [node, { x: 0, y: 0 }]));
  state.pinned = new Set();
  Object.assign(state, { selected: null, edge: null, path: null, view: 'graph' });
  arrange();
  changed();
  fit();
}

export const nodeById = (id) => graph.byId.get(id);
