// The whole graph, unpacked: nodes and edges as objects, and for each node the edges it has.

export const graph = { about: {}, nodes: [], edges: [], passages: [], byId: new Map(), byName: new Map(), readings: {}, hubs: 0 };

const WEAK = new Set(['co_occurs_with', 'reported_by']);
export const HUB_SHARE = 0.3;
export const DOUBTFUL = 0.6;

export async function unpack(text) {
  const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
}

/** Fill `graph` from the columns of the payload. */
export function load(columns) {
  const { nodes: n, edges: e } = columns;
  graph.about = columns.about;
  graph.readings = columns.readings;
  graph.passages = columns.passages;
  graph.nodes = n.id.map((id, i) => ({
    i, id, type: columns.types[n.type[i]], name: n.name[i] || id, kind: n.kind[i] || '', aliases: n.aliases[i] || [],
    resolved: Boolean(n.resolved[i]), mentions: n.mentions[i], articles: n.articles[i], first: n.first_date[i] || '',
    last: n.last_date[i] || '', more: n.more[i] || {}, edges: [], strength: 0, hub: false, province: '',
  }));
  graph.edges = e.from.map((from, i) => ({
    i, from: graph.nodes[from], to: graph.nodes[e.to[i]], predicate: columns.predicates[e.predicate[i]],
    title: e.title[i] || '', status: e.status[i] || '', role: e.role[i] || '', weight: e.weight[i] || 1,
    articles: e.articles[i], confidence: e.confidence[i] || 0, npmi: e.npmi[i] || 0, first: e.first_date[i] || '',
    last: e.last_date[i] || '', evidence: e.evidence[i],
  }));
  for (const edge of graph.edges) {
    edge.from.edges.push(edge);
    if (edge.to !== edge.from) edge.to.edges.push(edge);
  }
  for (const node of graph.nodes) describe(node);
  for (let round = 0; round < 4; round += 1) graph.nodes.forEach(inheritProvince);
}

function describe(node) {
  const floor = Math.max(5, HUB_SHARE * (graph.about.articles || 0));
  node.hub = node.type !== 'ARTICLE' && node.articles >= floor;
  graph.hubs += node.hub ? 1 : 0;
  for (const edge of node.edges) node.strength += weak(edge) ? 0.2 : edge.weight;
  graph.byId.set(node.id, node);
  if (!graph.byName.has(node.name)) graph.byName.set(node.name, []);
  graph.byName.get(node.name).push(node);
  if (node.type === 'PLACE' && /^\d{6}/.test(node.more.code || '')) node.province = node.more.code.slice(0, 2);
}

const LENDS = { jurisdiction: 'from', located_in: 'from', part_of: 'from', holds_post: 'from', issued: 'to', attended: 'to' };

/** A node without a province takes that of the place, agency or issuer that a role edge joins it to. */
function inheritProvince(node) {
  if (node.province) return;
  for (const edge of node.edges) {
    const side = LENDS[edge.predicate];
    const lender = side === 'from' ? edge.to : edge.from;
    if (side && edge[side] === node && (edge.predicate !== 'attended' || edge.role === 'organiser') && lender.province && node.type !== 'ARTICLE') {
      node.province = lender.province;
      return;
    }
  }
}

export const weak = (edge) => WEAK.has(edge.predicate);
export const other = (edge, node) => (edge.from === node ? edge.to : edge.from);
export const doubtful = (edge) => edge.confidence > 0 && edge.confidence < DOUBTFUL;

/** Edges of one article: those for which it is the evidence. */
export function edgesOfArticle(node) {
  if (!graph.byArticle) {
    graph.byArticle = new Map();
    for (const edge of graph.edges) {
      for (const article of new Set(edge.evidence.map((row) => graph.passages[row[0]][0]))) {
        if (!graph.byArticle.has(article)) graph.byArticle.set(article, []);
        graph.byArticle.get(article).push(edge);
      }
    }
  }
  return graph.byArticle.get(node.i) || [];
}
