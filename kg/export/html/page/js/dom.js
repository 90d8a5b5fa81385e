// Elements made of text nodes only: no string ever becomes markup.
import { looks } from './texts.js';

/** Make an element; properties that start with "on" are listeners, `class` and aria-* are attributes. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.includes('-') && name !== 'list' && name !== 'form') element[name] = value;
    else element.setAttribute(name === 'class' ? 'class' : name, value === true ? '' : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);
export const fill = (element, ...children) => element.replaceChildren(...children.flat(2).filter(Boolean));
export const announce = (text) => { byId('live').textContent = text; };

const SHAPES = {
  dot: 'M8 2a6 6 0 1 0 .01 0z', square: 'M2.5 2.5h11v11h-11z', triangle: 'M8 2l6.5 11.5h-13z',
  diamond: 'M8 1l6 7-6 7-6-7z', star: 'M8 1l2 4.7 5 .4-3.8 3.3 1.2 5L8 11.7l-4.4 2.7 1.2-5L1 6.1l5-.4z',
  hexagon: 'M4.5 2h7l3.5 6-3.5 6h-7L1 8z',
};

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Draw the small mark of a type: shape and colour say the same. */
export function icon(type) {
  const path = svg('path', { d: SHAPES[looks.types[type].shape] });
  return svg('svg', { viewBox: '0 0 16 16', class: `icon ${type}`, 'aria-hidden': 'true' }, path);
}

export const shapePath = (type) => SHAPES[looks.types[type].shape];
