// The page without a mouse.
import { choose, expand, hide, pin, unchoose } from './actions.js';
import { announce, byId } from './dom.js';
import { visible } from './filters.js';
import { redo, state, undo } from './state.js';
import { t } from './texts.js';

const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const cursor = { node: null };

export function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    const writing = /INPUT|SELECT|TEXTAREA/.test(event.target.tagName);
    if ((event.ctrlKey || event.metaKey) && !writing && /^[zy]$/i.test(event.key)) {
      event.preventDefault();
      (event.key.toLowerCase() === 'y' || event.shiftKey ? redo : undo)();
    } else if (event.key === '/' && !writing) {
      event.preventDefault();
      byId('search').focus();
      byId('search').select();
    } else if (event.key === 'Escape' && !writing) {
      unchoose();
      document.body.classList.remove('has-panel');
    }
  });
  byId('canvas').addEventListener('keydown', onCanvas);
}

function onCanvas(event) {
  const node = state.shown.has(state.selected) ? state.selected : cursor.node;
  if (STEPS[event.key]) {
    event.preventDefault();
    cursor.node = next(node, STEPS[event.key]);
    if (cursor.node) { choose(cursor.node); announce(`${t(cursor.node.type)} ${cursor.node.name}`); }
  } else if (node && event.key === 'Enter') byId('card').focus();
  else if (node && event.key.toLowerCase() === 'e') expand(node);
  else if (node && event.key.toLowerCase() === 'h') hide(node);
  else if (node && event.key.toLowerCase() === 'p') pin(node);
}

/** The nearest drawn node in a direction; the first when none is chosen. */
function next(node, [right, down]) {
  const nodes = [...state.shown.keys()].filter(visible);
  if (!node || !state.shown.has(node)) return nodes[0];
  const from = state.shown.get(node);
  let best = null;
  let least = Infinity;
  for (const one of nodes) {
    const place = state.shown.get(one);
    const [x, y] = [place.x - from.x, place.y - from.y];
    const along = x * right + y * down;
    const cost = along + 2 * Math.abs(x * down + y * right);
    if (one !== node && along > 0 && cost < least) { best = one; least = cost; }
  }
  return best;
}
