/* address.c - sockets' addresses, and the ones this machine has. */
#include "address.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

static struct address mapped(struct in_addr v4)
{
    struct address a = {{0}};
    a.bytes[10] = a.bytes[11] = 0xff;
    memcpy(a.bytes + 12, &v4, 4);
    return a;
}

static bool is_mapped(struct address a)
{
    static const uint8_t prefix[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    return memcmp(a.bytes, prefix, sizeof prefix) == 0;
}

static struct address of_socket(const struct sockaddr *sa)
{
    struct address a = {{0}};
    if (sa->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, sa, sizeof in);
        return mapped(in.sin_addr);
    }
    if (sa->sa_family == AF_INET6) {
        struct sockaddr_in6 in6;
        memcpy(&in6, sa, sizeof in6);
        memcpy(a.bytes, &in6.sin6_addr, sizeof a.bytes);
    }
    return a;
}

struct address address_of_peer(int fd)
{
    struct sockaddr_storage far;
    socklen_t size = sizeof far;
    if (getpeername(fd, (struct sockaddr *)&far, &size) != 0)
        return (struct address){{0}};
    return of_socket((struct sockaddr *)&far);
}

bool address_is_local(struct address a)
{
    static const struct address v6 = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}};
    return is_mapped(a) ? a.bytes[12] == 127 : address_same(a, v6);
}

bool address_same(struct address a, struct address b)
{
    return memcmp(a.bytes, b.bytes, sizeof a.bytes) == 0;
}

struct address address_group(struct address a)
{
    if (!is_mapped(a))
        memset(a.bytes + 8, 0, 8);
    return a;
}

/* --- this machine -------------------------------------------------------------------------------- */

/* Up, and not the loop to ourselves. */
static bool leads_out(const struct ifaddrs *at)
{
    return at->ifa_addr != NULL && (at->ifa_flags & IFF_UP) != 0 && (at->ifa_flags & IFF_LOOPBACK) == 0;
}

const char *address_of_this_machine(struct arena *arena)
{
    char text[INET_ADDRSTRLEN] = "127.0.0.1";
    struct ifaddrs *all = NULL;
    if (getifaddrs(&all) != 0)
        return arena_cstr(arena, str_of(text));
    for (const struct ifaddrs *at = all; at != NULL; at = at->ifa_next) {
        struct sockaddr_in in;
        if (!leads_out(at) || at->ifa_addr->sa_family != AF_INET)
            continue;
        memcpy(&in, at->ifa_addr, sizeof in);
        inet_ntop(AF_INET, &in.sin_addr, text, sizeof text);
        break;
    }
    freeifaddrs(all);
    return arena_cstr(arena, str_of(text));
}

static bool of_text(const char *text, struct address *ret)
{
    struct in_addr v4;
    struct in6_addr v6;
    if (inet_pton(AF_INET, text, &v4) == 1) {
        *ret = mapped(v4);
        return true;
    }
    if (inet_pton(AF_INET6, text, &v6) != 1)
        return false;
    memcpy(ret->bytes, &v6, sizeof ret->bytes);
    return true;
}

bool address_is_ours(const char *text)
{
    struct address asked;
    if (!of_text(text, &asked))
        return false;
    if (address_is_local(asked))
        return true;
    struct ifaddrs *all = NULL;
    bool ours = false;
    if (getifaddrs(&all) != 0)
        return false;
    for (const struct ifaddrs *at = all; at != NULL && !ours; at = at->ifa_next)
        ours = at->ifa_addr != NULL && address_same(of_socket(at->ifa_addr), asked);
    freeifaddrs(all);
    return ours;
}
