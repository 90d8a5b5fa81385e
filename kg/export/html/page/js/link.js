// Deep links: what is chosen, drawn, filtered and viewed stands in the address after #.
import { graph } from './data.js';
import { filtered, packFilters, unpackFilters } from './filters.js';
import { VIEWS } from './views/views.js';
import { shortestPath } from './path.js';
import { state } from './state.js';
import { language, setLanguage } from './texts.js';

const short = (node) => node.id.slice(node.id.lastIndexOf('.') + 1);

export function writeLink() {
  const parts = new URLSearchParams();
  if (state.selected) parts.set('node', state.selected.id);
  if (state.edge) parts.set('edge', String(state.edge.i));
  if (state.path) parts.set('path', state.pathEnds.map((node) => node.id).join('~'));
  if (state.view !== 'graph') parts.set('view', state.view);
  if (state.scope !== 'all') parts.set('scope', state.scope);
  if (filtered()) parts.set('filter', JSON.stringify(packFilters()));
  if (!sameAsOpening()) parts.set('show', [...state.shown.keys()].map(short).join('.'));
  if (language() === 'en') parts.set('lang', 'en');
  const hash = parts.toString();
  try {
    history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
  } catch (error) {
    if (error.name !== 'SecurityError') throw error; // a frame of a notebook has no address of its own
  }
}

const sameAsOpening = () => state.shown.size === state.opening.length && state.opening.every((node) => state.shown.has(node));

/** Take the state from the address; gives the nodes to draw, or null for the opening ones. */
export function readLink() {
  const parts = new URLSearchParams(location.hash.slice(1));
  setLanguage(parts.get('lang') || 'zh');
  state.selected = graph.byId.get(parts.get('node')) || null;
  state.edge = parts.has('edge') ? graph.edges[Number(parts.get('edge'))] || null : null;
  state.view = VIEWS.includes(parts.get('view')) ? parts.get('view') : 'graph';
  state.scope = parts.get('scope') === 'shown' ? 'shown' : 'all';
  state.filters = unpackFilters(parsed(parts.get('filter')));
  const ends = (parts.get('path') || '').split('~').map((id) => graph.byId.get(id));
  if (ends.length === 2 && ends[0] && ends[1]) Object.assign(state, { path: shortestPath(...ends), pathEnds: ends });
  return drawnIn(parts.get('show'));
}

function drawnIn(show) {
  const wanted = new Set((show || '').split('.').filter(Boolean).slice(0, 300));
  if (!wanted.size) return null;
  const nodes = graph.nodes.filter((node) => wanted.has(short(node)));
  return nodes.length ? nodes : null;
}

function parsed(text) {
  try {
    const value = JSON.parse(text || '{}');
    return value && typeof value === 'object' ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
