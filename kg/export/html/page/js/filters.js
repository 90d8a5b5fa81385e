// Which nodes and edges pass the reader's filters.
import { graph } from './data.js';
import { within } from './dates.js';
import { emptyFilters, state } from './state.js';

export function nodePasses(node) {
  const f = state.filters;
  if (f.types.has(node.type)) return false;
  if (f.kind && node.kind !== f.kind) return false;
  if (f.province && node.province !== f.province) return false;
  if (!f.from && !f.to) return true;
  return within(node.first, node.last, f.from, f.to) || (!node.first && node.edges.some((edge) => within(edge.first, edge.last, f.from, f.to)));
}

export function edgePasses(edge) {
  const f = state.filters;
  if (f.predicates.has(edge.predicate) || edge.confidence < f.confidence) return false;
  if (edge.predicate === 'co_occurs_with' && (edge.weight < f.weight || edge.npmi < f.npmi)) return false;
  return within(edge.first, edge.last, f.from, f.to);
}

/** The selected node always stays in sight. */
export const visible = (node) => node === state.selected || nodePasses(node);

/** Does a hub tie these two together only by standing in the same sentence? */
export const hubTie = (edge) => state.filters.hubs && edge.predicate === 'co_occurs_with'
  && ((edge.from.hub && edge.from !== state.selected) || (edge.to.hub && edge.to !== state.selected));

export const filtered = () => JSON.stringify(packFilters()) !== JSON.stringify(packFilters(emptyFilters()));

export function packFilters(f = state.filters) {
  return { ...f, types: [...f.types].sort(), predicates: [...f.predicates].sort() };
}

/** Take filters from a link, and nothing else that stands in it. */
export function unpackFilters(value) {
  const clean = emptyFilters();
  for (const [key, standard] of Object.entries(clean)) {
    if (standard instanceof Set) clean[key] = new Set([].concat(value[key] || []).filter((item) => typeof item === 'string'));
    else if (typeof value[key] === typeof standard) clean[key] = value[key];
  }
  return clean;
}

/** The nodes of the present selection: those drawn, or all that pass. */
export const selection = () => (state.scope === 'shown' ? [...state.shown.keys()] : graph.nodes).filter(visible);

export function selectedEdges() {
  const nodes = new Set(selection());
  return graph.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to) && edgePasses(edge));
}
