/* address.h - where somebody calls from, as a value that can be compared and counted. */
#ifndef TD_FRONT_ADDRESS_H
#define TD_FRONT_ADDRESS_H

#include "arena.h"

/* IPv6; an IPv4 address is mapped into it. */
struct address {
    uint8_t bytes[16];
};

/* Of the far end of a connected socket.  Nothing we know: all zero. */
struct address address_of_peer(int fd);
/* This machine itself: 127.0.0.0/8 or ::1. */
bool address_is_local(struct address a);
bool address_same(struct address a, struct address b);
/* What one household, phone or attacker has: an IPv4 address, or the first half of an IPv6 one. */
struct address address_group(struct address a);

enum { ADDRESS_TEXT = 46, ADDRESSES = 8, INTERFACE_NAME = 16 };
/* One of the addresses under which a network reaches this machine. */
struct address_of_ours {
    char text[ADDRESS_TEXT];        /* "192.168.4.20" */
    char interface[INTERFACE_NAME]; /* "wlan0" */
};
/* Fills ret, the likeliest for a room's phones first; returns how many there are, 0 where there is no network. */
int address_each(struct address_of_ours ret[ADDRESSES]);
/* Can we be reached under this text, an address without a port?  So that a page from elsewhere whose name
 * leads to us is not taken for ours. */
bool address_is_ours(const char *text);

#endif
