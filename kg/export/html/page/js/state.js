// What the reader has made of the page: what is drawn, chosen and filtered, with undo and redo.

export const state = {
  shown: new Map(), pinned: new Set(), selected: null, edge: null, path: null, view: 'graph', scope: 'all', opening: [],
  filters: emptyFilters(), theme: '',
};
const past = [];
const future = [];
const listeners = [];

export function emptyFilters() {
  return { types: new Set(), predicates: new Set(), kind: '', province: '', weight: 1, npmi: 0, confidence: 0, from: '', to: '', hubs: true };
}

export const onChange = (listener) => listeners.push(listener);
export const changed = (what = 'all') => listeners.forEach((listener) => listener(what));

const positions = () => new Map([...state.shown].map(([node, place]) => [node, { ...place }]));
const snapshot = () => ({ shown: positions(), pinned: new Set(state.pinned), path: state.path });

/** Remember what is drawn before it changes. */
export function remember() {
  past.push(snapshot());
  if (past.length > 100) past.shift();
  future.length = 0;
}

function travel(from, to) {
  if (!from.length) return false;
  to.push(snapshot());
  Object.assign(state, from.pop());
  changed();
  return true;
}

export const undo = () => travel(past, future);
export const redo = () => travel(future, past);
export const canUndo = () => past.length > 0;
export const canRedo = () => future.length > 0;
