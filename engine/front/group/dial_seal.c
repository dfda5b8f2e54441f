/* dial_seal.c - TLS at one end, plain bytes at the other. */
#include "dial_seal.h"

#include "memory.h"
#include <fcntl.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PIECE = 16384, HOST_NAME = 255 };

struct tunnel {
    SSL_CTX *context;
    SSL *ssl;
    int far, near; /* the network, and our end of the pair */
};

static void tunnel_free(struct tunnel *t)
{
    SSL_free(t->ssl);
    SSL_CTX_free(t->context);
    if (t->far >= 0)
        close(t->far);
    if (t->near >= 0)
        close(t->near);
    memory_std.resize(memory_std.context, t, 0);
}

static bool send_all(int fd, const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t sent = send(fd, bytes, count, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        count -= (size_t)sent;
    }
    return true;
}

/* All that has come in from the network, as far as it is whole records. */
static bool carry_in(struct tunnel *t)
{
    char piece[PIECE];
    do {
        const int got = SSL_read(t->ssl, piece, sizeof piece);
        if (got <= 0)
            return SSL_get_error(t->ssl, got) == SSL_ERROR_WANT_READ; /* a record of TLS's own */
        if (!send_all(t->near, piece, (size_t)got))
            return false;
    } while (SSL_pending(t->ssl) > 0);
    return true;
}

static bool carry_out(struct tunnel *t)
{
    char piece[PIECE];
    ssize_t got = recv(t->near, piece, sizeof piece, 0);
    return got > 0 && SSL_write(t->ssl, piece, (int)got) == (int)got;
}

static void *carry(void *argument)
{
    struct tunnel *t = argument;
    struct pollfd both[2] = {{.fd = t->far, .events = POLLIN}, {.fd = t->near, .events = POLLIN}};
    bool open = true;
    while (open && poll(both, 2, -1) > 0) {
        if (both[0].revents != 0)
            open = carry_in(t);
        if (open && both[1].revents != 0)
            open = carry_out(t);
    }
    SSL_shutdown(t->ssl);
    tunnel_free(t);
    return NULL;
}

/* An address is looked for among the certificate's addresses, a name among its names. */
static bool expect(SSL *ssl, const char *name)
{
    X509_VERIFY_PARAM *wanted = SSL_get0_param(ssl);
    char copy[HOST_NAME + 1]; /* OpenSSL's macro takes no const */
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, name) == 1)
        return true;
    const size_t len = strlen(name);
    if (len > HOST_NAME)
        return false;
    memcpy(copy, name, len + 1);
    return X509_VERIFY_PARAM_set1_host(wanted, name, 0) == 1 && SSL_set_tlsext_host_name(ssl, copy) == 1;
}

static bool shake_hands(struct tunnel *t, const char *name, file_fault *fault)
{
    *fault = "error.no-host";
    t->context = SSL_CTX_new(TLS_client_method());
    if (t->context == NULL || SSL_CTX_set_min_proto_version(t->context, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_default_verify_paths(t->context) != 1)
        return false;
    SSL_CTX_set_verify(t->context, SSL_VERIFY_PEER, NULL);
    SSL_CTX_clear_mode(t->context, SSL_MODE_AUTO_RETRY); /* or a read would wait where both ends must be watched */
    t->ssl = SSL_new(t->context);
    if (t->ssl == NULL || !expect(t->ssl, name) || SSL_set_fd(t->ssl, t->far) != 1)
        return false;
    if (SSL_connect(t->ssl) == 1)
        return true;
    if (SSL_get_verify_result(t->ssl) != X509_V_OK)
        *fault = "error.not-trusted";
    return false;
}

static bool set_off(struct tunnel *t, int *ret_fd)
{
    int pair[2];
    pthread_t thread;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return false;
    t->near = pair[1];
    if (pthread_create(&thread, NULL, carry, t) != 0) {
        close(pair[0]);
        return false;
    }
    pthread_detach(thread);
    *ret_fd = pair[0];
    return true;
}

int dial_seal(int fd, const char *name, file_fault *fault)
{
    int near;
    struct tunnel *t = memory_std.resize(memory_std.context, NULL, sizeof *t);
    signal(SIGPIPE, SIG_IGN); /* OpenSSL writes as to a file: a host that is gone must not end the program */
    *t = (struct tunnel){.far = fd, .near = -1};
    if (shake_hands(t, name, fault) && set_off(t, &near))
        return near;
    tunnel_free(t);
    return -1;
}
