// Lay out the drawn nodes: springs and repulsion, then boxes (mark and label) pushed apart. No chance in it.

const GRAVITY = 0.9;

/** Move boxes {x, y, w, h, fixed} joined by `links` [[i, j, strength]] in place, to the shape of the canvas. */
export function layOut(boxes, links, { ratio = 1.4, rounds = 260, warm = false } = {}) {
  if (!boxes.length) return;
  if (!warm) boxes.forEach(spiral);
  const distance = 68 + Math.min(30, boxes.length / 6);
  for (let round = 0; round < rounds; round += 1) {
    const heat = (warm ? 14 : 60) * (1 - round / rounds) ** 1.5 + 0.4;
    step(boxes, links, distance, heat, ratio);
  }
  separate(boxes);
}

function spiral(box, i) {
  if (box.fixed) return;
  const angle = i * 2.399963;
  box.x = 60 * Math.sqrt(i + 0.5) * Math.cos(angle) * 1.2;
  box.y = 60 * Math.sqrt(i + 0.5) * Math.sin(angle);
}

function step(boxes, links, distance, heat, ratio) {
  const dx = new Float64Array(boxes.length);
  const dy = new Float64Array(boxes.length);
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < boxes.length; j += 1) repel(boxes, i, j, distance, dx, dy);
    dx[i] -= (boxes[i].x * GRAVITY) / Math.sqrt(ratio);
    dy[i] -= boxes[i].y * GRAVITY * Math.sqrt(ratio);
  }
  for (const [i, j, strength] of links) attract(boxes, i, j, strength / distance, dx, dy);
  boxes.forEach((box, i) => {
    if (box.fixed) return;
    const length = Math.hypot(dx[i], dy[i]) || 1;
    box.x += (dx[i] / length) * Math.min(length, heat);
    box.y += (dy[i] / length) * Math.min(length, heat);
  });
}

function repel(boxes, i, j, distance, dx, dy) {
  const x = boxes[i].x - boxes[j].x || (i - j) * 0.01;
  const y = boxes[i].y - boxes[j].y || 0.01;
  const force = (distance * distance) / Math.max(x * x + y * y, 25);
  dx[i] += x * force; dy[i] += y * force;
  dx[j] -= x * force; dy[j] -= y * force;
}

function attract(boxes, i, j, pull, dx, dy) {
  const x = boxes[i].x - boxes[j].x;
  const y = boxes[i].y - boxes[j].y;
  const force = Math.min(Math.hypot(x, y) * pull, 4);
  dx[i] -= x * force; dy[i] -= y * force;
  dx[j] += x * force; dy[j] += y * force;
}

/** Push overlapping boxes apart along the shorter way until none overlap. */
export function separate(boxes, passes = 220) {
  for (let pass = 0; pass < passes; pass += 1) {
    let moved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) moved = part(boxes[i], boxes[j]) || moved;
    }
    if (!moved) return;
  }
}

function part(a, b) {
  const x = (a.w + b.w) / 2 + 8 - Math.abs(a.x - b.x);
  const y = (a.h + b.h) / 2 + 6 - Math.abs(a.y - b.y);
  if (x <= 0 || y <= 0 || (a.fixed && b.fixed)) return false;
  const axis = x < y * 2 ? 'x' : 'y';
  const by = ((axis === 'x' ? x : y) + 0.5) * (a[axis] < b[axis] ? -1 : 1);
  const share = a.fixed ? 0 : b.fixed ? 1 : 0.5;
  a[axis] += by * share;
  b[axis] -= by * (1 - share);
  return true;
}
