/* doc.c - a tree in an arena: it only grows. */
#include "doc.h"

struct doc *doc_new(struct arena *arena, enum doc_kind kind, td_str text)
{
    struct doc *doc = arena_new(arena, struct doc, 1);
    *doc = (struct doc){.kind = kind, .text = text, .label = TD_STR(""), .alt = TD_STR(""), .id = TD_STR("")};
    return doc;
}

struct doc *doc_add(struct arena *arena, struct doc *parent, enum doc_kind kind, td_str text)
{
    struct doc *doc = doc_new(arena, kind, text);
    if (parent->last != NULL)
        parent->last->next = doc;
    else
        parent->first = doc;
    parent->last = doc;
    return doc;
}

void doc_shorten(struct doc *root)
{
    struct doc *kept = NULL, *child = root->first, *next;
    root->first = NULL;
    for (; child != NULL; child = next) {
        next = child->next;
        if (child->long_form)
            continue;
        doc_shorten(child);
        child->next = NULL;
        if (kept == NULL)
            root->first = child;
        else
            kept->next = child;
        kept = child;
    }
    root->last = kept;
}
