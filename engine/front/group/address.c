/* address.c - sockets' addresses, and the ones this machine has. */
#include "address.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

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

/* Networks that live inside this machine: between it and its own guests and containers. */
static bool is_inner(const char *interface)
{
    static const char *const beginnings[] = {"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "tun", "tap"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strncmp(interface, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

/* Where a packet to the rest of the world would come from; none is sent. */
static bool of_the_way_out(struct address *ret)
{
    struct sockaddr_in far = {.sin_family = AF_INET, .sin_port = htons(9)}, near;
    socklen_t size = sizeof near;
    bool known = false;
    inet_pton(AF_INET, "192.0.2.1", &far.sin_addr);
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&far, sizeof far) == 0 &&
        getsockname(fd, (struct sockaddr *)&near, &size) == 0) {
        *ret = mapped(near.sin_addr);
        known = true;
    }
    if (fd >= 0)
        close(fd);
    return known;
}

/* 0: best.  A phone is more likely on the way out than on a second card, and never inside this machine. */
static int rank(const struct ifaddrs *at, const struct address *way_out)
{
    if (way_out != NULL && address_same(of_socket(at->ifa_addr), *way_out))
        return 0;
    return is_inner(at->ifa_name) ? 2 : 1;
}

static void note(const struct ifaddrs *at, struct address_of_ours *ret)
{
    struct sockaddr_in in;
    memcpy(&in, at->ifa_addr, sizeof in);
    inet_ntop(AF_INET, &in.sin_addr, ret->text, sizeof ret->text);
    size_t len = strnlen(at->ifa_name, sizeof ret->interface - 1);
    memcpy(ret->interface, at->ifa_name, len);
    ret->interface[len] = '\0';
}

int address_each(struct address_of_ours ret[ADDRESSES])
{
    struct ifaddrs *all = NULL;
    struct address way_out;
    const bool out = of_the_way_out(&way_out);
    int count = 0;
    if (getifaddrs(&all) != 0)
        return 0;
    for (int wanted = 0; wanted <= 2; wanted++)
        for (const struct ifaddrs *at = all; at != NULL && count < ADDRESSES; at = at->ifa_next)
            if (leads_out(at) && at->ifa_addr->sa_family == AF_INET && rank(at, out ? &way_out : NULL) == wanted)
                note(at, &ret[count++]);
    freeifaddrs(all);
    return count;
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
