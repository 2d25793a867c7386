#include <gvc.h>

// Graphviz keeps what it found out in records that only macros reach, and takes names and texts as `char *`, which it
// copies. These functions stand for the macros, and promise not to write to texts.

static inline pointf placed_centre(Agnode_t *node) { return ND_coord(node); }

// The rank a node came to stand in, and its place there; also after the layout was drawn.
static inline int placed_rank(Agnode_t *node) { return ND_rank(node); }
static inline int placed_order(Agnode_t *node) { return ND_order(node); }

static inline splines *placed_curves(Agedge_t *edge) { return ED_spl(edge); }

static inline double placed_height(Agraph_t *graph) { return GD_bb(graph).UR.y; }

static inline void set_default(Agraph_t *graph, int kind, const char *name, const char *value) {
    agattr(graph, kind, (char *)name, (char *)value);
}

static inline void set_attribute(void *thing, const char *name, const char *value) {
    agset(thing, (char *)name, (char *)value);
}

static inline Agraph_t *open_directed_graph(void) { return agopen((char *)"", Agdirected, NULL); }

static inline Agnode_t *add_node(Agraph_t *graph, const char *name) { return agnode(graph, (char *)name, 1); }

// Without a name an edge is a new one, also between nodes that have one.
static inline Agedge_t *add_edge(Agraph_t *graph, Agnode_t *from, Agnode_t *to) {
    return agedge(graph, from, to, NULL, 1);
}

static inline Agraph_t *add_part(Agraph_t *graph, const char *name) { return agsubg(graph, (char *)name, 1); }

// What goes wrong is told by return values alone.
static inline void silence_messages(void) { agseterr(AGMAX); }
