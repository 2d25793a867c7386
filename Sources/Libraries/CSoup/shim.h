#include <glib-unix.h>
#include <libsoup/soup.h>

// Signals are connected by a macro, and what is called by them has many types; this is the one that is needed.
typedef void (*message_callback)(SoupServerMessage *message, void *data);

static inline void on_finished(SoupServerMessage *message, message_callback callback, void *data) {
    g_signal_connect_data(message, "finished", (GCallback)callback, data, NULL, 0);
}

// Construction with properties takes any number of arguments, which Swift cannot call.
static inline SoupServer *new_server(void) { return soup_server_new("raw-paths", TRUE, NULL); }
