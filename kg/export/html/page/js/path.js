// The shortest path between two nodes: stated relations first, co-occurrence where nothing is stated.
import { other } from './data.js';
import { within } from './dates.js';
import { state } from './state.js';

const COST = { co_occurs_with: 4, reported_by: 6, jurisdiction: 1.5, located_in: 1.5 };
const THROUGH_HUB = 3;

function cost(edge, through) {
  const base = COST[edge.predicate] || 1;
  const nearer = edge.predicate === 'co_occurs_with' ? 1 / (edge.weight + 1) : 0;
  return base + nearer + (through.hub && state.filters.hubs ? THROUGH_HUB : 0);
}

const usable = ({ predicate, confidence, first, last }) => {
  const f = state.filters;
  return !f.predicates.has(predicate) && confidence >= f.confidence && within(first, last, f.from, f.to);
};

/** Give the edges of the cheapest path from one node to the other, in order, or null. */
export function shortestPath(from, to) {
  const best = new Map([[from, 0]]);
  const via = new Map();
  const done = new Set();
  const heap = [[0, from]];
  while (heap.length) {
    const [so, node] = pop(heap);
    if (node === to) return trace(from, to, via);
    if (done.has(node)) continue;
    done.add(node);
    for (const edge of node.edges) {
      if (!usable(edge)) continue;
      const next = other(edge, node);
      const total = so + cost(edge, next === to ? edge : next);
      if (total >= (best.get(next) ?? Infinity)) continue;
      best.set(next, total);
      via.set(next, edge);
      push(heap, [total, next]);
    }
  }
  return null;
}

function trace(from, to, via) {
  const edges = [];
  for (let node = to; node !== from; node = other(via.get(node), node)) edges.unshift(via.get(node));
  return edges;
}

const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1].i < b[1].i);

function push(heap, item) {
  let i = heap.push(item) - 1;
  while (i && before(heap[i], heap[(i - 1) >> 1])) {
    const up = (i - 1) >> 1;
    [heap[i], heap[up]] = [heap[up], heap[i]];
    i = up;
  }
}

function pop(heap) {
  const top = heap[0];
  const last = heap.pop();
  if (!heap.length) return top;
  heap[0] = last;
  for (let i = 0; ;) {
    let least = i;
    for (const child of [2 * i + 1, 2 * i + 2]) if (child < heap.length && before(heap[child], heap[least])) least = child;
    if (least === i) return top;
    [heap[i], heap[least]] = [heap[least], heap[i]];
    i = least;
  }
}

/** All nodes within a number of steps, nearest first, at most `limit`. */
export function around(node, hops, passes, limit) {
  const found = new Set([node]);
  let ring = [node];
  for (let hop = 0; hop < hops; hop += 1) {
    const next = [];
    for (const one of ring) {
      for (const edge of one.edges) {
        const far = other(edge, one);
        if (!found.has(far) && passes(edge, far, one)) { found.add(far); next.push(far); }
        if (found.size >= limit) return found;
      }
    }
    ring = next;
  }
  return found;
}
