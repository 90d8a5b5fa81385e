// The provinces as tiles, shaded by how many nodes of the selection belong to each.
import { h, svg } from '../dom.js';
import { selection } from '../filters.js';
import { changed, state } from '../state.js';
import { locale, provinces, t } from '../texts.js';

const SIDE = 64;

export function mapView() {
  const before = state.filters.province;
  state.filters.province = '';
  const counts = new Map();
  for (const node of selection()) if (node.province) counts.set(node.province, (counts.get(node.province) || 0) + 1);
  state.filters.province = before;
  const most = Math.max(1, ...counts.values());
  const tiles = Object.entries(provinces).map(([code, [zh, en, column, row]]) => tile(code, locale.index ? en : zh, column, row, counts.get(code) || 0, most));
  return [svg('svg', { viewBox: `0 0 ${SIDE * 10} ${SIDE * 9}`, class: 'tiles', role: 'group', 'aria-label': t('view.map') }, ...tiles)];
}

function tile(code, name, column, row, count, most) {
  const chosen = state.filters.province === code;
  const group = svg('g', { class: `tile${chosen ? ' chosen' : ''}${count ? '' : ' none'}`, tabindex: '0', role: 'button', 'aria-pressed': String(chosen), 'aria-label': `${name} ${count}` });
  const shade = count ? 0.18 + 0.72 * Math.sqrt(count / most) : 0;
  const text = (y, content, size) => {
    const element = svg('text', { x: column * SIDE + SIDE / 2, y: row * SIDE + y, 'text-anchor': 'middle', 'font-size': size, class: shade > 0.55 ? 'on' : '' });
    element.textContent = content;
    return element;
  };
  group.append(svg('rect', { x: column * SIDE + 2, y: row * SIDE + 2, width: SIDE - 4, height: SIDE - 4, rx: 6, class: 'ground' }),
    svg('rect', { x: column * SIDE + 2, y: row * SIDE + 2, width: SIDE - 4, height: SIDE - 4, rx: 6, class: 'shade', 'fill-opacity': shade.toFixed(2) }),
    text(30, name, name.length > 9 ? 9 : name.length > 6 ? 10 : 14), text(48, count ? String(count) : '', 12));
  const toggle = () => { state.filters.province = chosen ? '' : code; changed(); };
  group.addEventListener('click', toggle);
  group.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); toggle(); } });
  return group;
}
