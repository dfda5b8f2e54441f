/* server.c - the thread of the sockets: who may connect, and which file answers for what happens on a
 * connection. */
#include "server_parts.h"

#include "clock.h"
#include "memory.h"
#include <libwebsockets.h>

enum { HEADER_BYTES = 4096, HEADER_POOL = 256, SWEEP_MS = 500, LISTEN_QUEUE = 256 };

/* libwebsockets' timer, and whose it is. */
struct sweep {
    lws_sorted_usec_list_t list;
    struct server *server;
};

/* --- connections --------------------------------------------------------------------------------- */

static struct link *free_link(struct server *server)
{
    for (int i = 0; i < RELAY_LINES; i++)
        if (!server->links[i].used)
            return &server->links[i];
    return NULL;
}

/* Before anything is known but the address.  Not 0: no. */
static int arrive(struct server *server, int fd)
{
    server->arriving = address_of_peer(fd);
    if (server->self.sealed && !door_greet(&server->door, server->arriving, clock_ms()))
        return 1; /* a handshake costs us more than it costs whoever asks for one */
    if (free_link(server) == NULL || !door_enter(&server->door, server->arriving, clock_ms()))
        return 1;
    door_leave(&server->door, server->arriving, clock_ms()); /* counted when it has a place */
    return 0;
}

static int settle(struct server *server, struct lws *wsi)
{
    struct link *link = free_link(server);
    if (link == NULL)
        return 1;
    *link = (struct link){.wsi = wsi, .used = true, .from = server->arriving};
    link->id = relay_line(server->relay, (int32_t)(link - server->links));
    link->deadline = clock_ms() + ASK_MS;
    door_enter(&server->door, link->from, clock_ms());
    lws_set_opaque_user_data(wsi, link);
    return 0;
}

/* The room knows of an open websocket; it must hear of its end, if need be later. */
static bool tell_end(struct server *server, struct link *link)
{
    struct letter letter = {.kind = LETTER_SHUT, .id = link->id};
    return !link->told || relay_stopped(server->relay) || relay_post(server->relay, &letter);
}

static void depart(struct server *server, struct link *link)
{
    door_leave(&server->door, link->from, clock_ms());
    memory_forget(&link->shown);
    memory_forget(&link->answer.body);
    if (link->request != NULL)
        memory_std.resize(memory_std.context, link->request, 0);
    link->request = NULL;
    link->wsi = NULL;
    link->used = !tell_end(server, link);
}

/* Whoever takes too long is let go; ends that the room was too busy to hear are told again. */
static void sweep(lws_sorted_usec_list_t *list)
{
    struct server *server = lws_container_of(list, struct sweep, list)->server;
    const int64_t now = clock_ms();
    for (int i = 0; i < RELAY_LINES; i++) {
        struct link *link = &server->links[i];
        if (link->used && link->wsi == NULL)
            link->used = !tell_end(server, link);
        else if (link->used && link->deadline != 0 && now > link->deadline)
            lws_set_timeout(link->wsi, PENDING_TIMEOUT_CLOSE_SEND, LWS_TO_KILL_ASYNC);
    }
    lws_sul_schedule(server->context, 0, &server->sweep->list, sweep, SWEEP_MS * LWS_US_PER_MS);
}

static void hand_round(struct server *server)
{
    int32_t line;
    while (relay_next_line(server->relay, &line))
        if (server->links[line].wsi != NULL)
            lws_callback_on_writable(server->links[line].wsi);
}

/* --- what libwebsockets tells ---------------------------------------------------------------------- */

static int on_link(struct server *server, struct link *link, struct lws *wsi, enum lws_callback_reasons reason,
                   td_str in)
{
    switch ((int)reason) {
    case LWS_CALLBACK_HTTP: return http_asked(server, link, in);
    case LWS_CALLBACK_HTTP_BODY: return http_body(server, link, in);
    case LWS_CALLBACK_HTTP_BODY_COMPLETION: return http_body_whole(server, link);
    case LWS_CALLBACK_HTTP_WRITEABLE: return http_write(server, link);
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION: return socket_wanted(server, link);
    case LWS_CALLBACK_ESTABLISHED: return socket_open(server, link);
    case LWS_CALLBACK_RECEIVE:
        if (lws_frame_is_binary(wsi))
            return -1;
        return socket_said(server, link, in, lws_is_first_fragment(wsi) != 0,
                           lws_is_final_fragment(wsi) != 0 && lws_remaining_packet_payload(wsi) == 0);
    case LWS_CALLBACK_SERVER_WRITEABLE: return socket_write(server, link);
    case LWS_CALLBACK_WSI_DESTROY:
        lws_set_opaque_user_data(wsi, NULL);
        depart(server, link);
        return 0;
    default: return 0;
    }
}

static int on_event(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t len)
{
    (void)user;
    struct server *server = lws_context_user(lws_get_context(wsi));
    if (server == NULL || server->links == NULL)
        return 0;
    switch ((int)reason) {
    case LWS_CALLBACK_FILTER_NETWORK_CONNECTION: return arrive(server, (int)(intptr_t)in);
    case LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED: return settle(server, wsi);
    case LWS_CALLBACK_EVENT_WAIT_CANCELLED: hand_round(server); return 0;
    default: break;
    }
    struct link *link = lws_get_opaque_user_data(wsi);
    return link != NULL ? on_link(server, link, wsi, reason, (td_str){in, len}) : 0;
}

/* --- the thread -------------------------------------------------------------------------------------- */

static void wake(void *context)
{
    struct server *server = context;
    lws_cancel_service(server->context);
}

static void *run(void *argument)
{
    struct server *server = argument;
    while (!relay_stopped(server->relay) && lws_service(server->context, 0) >= 0)
        ;
    return NULL;
}

static const struct lws_protocols protocols[] = {
    {.name = "talkdown", .callback = on_event, .rx_buffer_size = LINK_MESSAGE},
    {.name = NULL},
};
/* A phone that says nothing is asked after a while whether it is there. */
static const lws_retry_bo_t idle = {.secs_since_valid_ping = 20, .secs_since_valid_hangup = 45};

/* The site's own certificate; HTTP stays version 1, whose one answer a connection the rest relies on. */
static void seal(struct lws_context_creation_info *info, const struct server_setup *setup)
{
    info->options |= LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;
    info->ssl_cert_filepath = setup->certificate;
    info->ssl_private_key_filepath = setup->key;
    info->ssl_options_set = SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1 | SSL_OP_NO_RENEGOTIATION;
    info->alpn = "http/1.1";
}

static bool listen_on(struct server *server, const struct server_setup *setup)
{
    struct lws_context_creation_info info;
    memset(&info, 0, sizeof info);
    info.port = setup->self.port;
    info.iface = setup->bind;
    info.protocols = protocols;
    info.user = server;
    info.gid = info.uid = (gid_t)-1;
    info.options = LWS_SERVER_OPTION_DISABLE_IPV6 | LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME |
                   LWS_SERVER_OPTION_EXPLICIT_VHOSTS | LWS_SERVER_OPTION_FAIL_UPON_UNABLE_TO_BIND;
    info.max_http_header_data2 = HEADER_BYTES;
    info.max_http_header_pool2 = HEADER_POOL;
    info.timeout_secs = ASK_MS / 1000;
    info.keepalive_timeout = ASK_MS / 1000;
    info.fd_limit_per_thread = RELAY_LINES + 32;
    info.retry_and_idle_policy = &idle;
    info.server_string = "talkdown";
    info.listen_accept_role = NULL;
    info.ka_time = 60;
    info.ka_probes = 3;
    info.ka_interval = 10;
    if (setup->self.sealed)
        seal(&info, setup);
    lws_set_log_level(0, NULL);
    server->context = lws_create_context(&info);
    if (server->context == NULL)
        return false;
    server->vhost = lws_create_vhost(server->context, &info);
    return server->vhost != NULL;
}

static void dispose(struct server *server)
{
    if (server->context != NULL)
        lws_context_destroy(server->context);
    relay_destroy(server->relay);
    arena_finish(&server->arena);
    memory_std.resize(memory_std.context, server->links, 0);
    memory_std.resize(memory_std.context, server->sweep, 0);
    memory_std.resize(memory_std.context, server, 0);
}

struct server *server_start(const struct server_setup *setup, file_fault *fault)
{
    struct server *server = memory_std.resize(memory_std.context, NULL, sizeof *server);
    memset(server, 0, sizeof *server);
    const size_t links = RELAY_LINES * sizeof *server->links;
    server->links = memory_std.resize(memory_std.context, NULL, links);
    memset(server->links, 0, links);
    server->sweep = memory_std.resize(memory_std.context, NULL, sizeof *server->sweep);
    memset(server->sweep, 0, sizeof *server->sweep);
    server->sweep->server = server;
    arena_init(&server->arena, &memory_std);
    door_init(&server->door, setup->per_address);
    server->files = setup->files;
    server->file_count = setup->file_count;
    server->relay = relay_create(wake, server);
    server->self = setup->self;
    *fault = "error.port-taken";
    if (listen_on(server, setup)) {
        server->self.port = lws_get_vhost_listen_port(server->vhost);
        lws_sul_schedule(server->context, 0, &server->sweep->list, sweep, SWEEP_MS * LWS_US_PER_MS);
        *fault = "error.no-thread";
        if (pthread_create(&server->thread, NULL, run, server) == 0)
            return server;
    }
    dispose(server);
    return NULL;
}

int server_port(const struct server *server)
{
    return server->self.port;
}

struct relay *server_relay(struct server *server)
{
    return server->relay;
}

void server_stop(struct server *server)
{
    if (server == NULL)
        return;
    relay_stop(server->relay);
    pthread_join(server->thread, NULL);
    dispose(server);
}
