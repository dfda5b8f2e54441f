/* face_parts.h - the cards that the faces of a seat and of the console are made of. */
#ifndef TD_SEATS_FACE_PARTS_H
#define TD_SEATS_FACE_PARTS_H

#include "seat_parts.h"

/* A card at x, y and w wide, where the view has something for it.  Returns the y below it; y where there is none. */
typedef int32_t seat_card(struct seat_page *s, int32_t x, int32_t y, int32_t w);

/* --- seat_scene.c --- */
seat_card card_picture;
seat_card card_scene;
/* The person in their place, in a rect with round corners; zoom and centre_y: as in struct ui_op. */
void scene_person(struct seat_page *s, struct ui_rect rect, int32_t zoom, int32_t centre_y);
/* What has happened around, one below the other. */
void scene_events(struct panel *panel, const struct json_at *scene);

/* --- seat_speak.c --- */
seat_card card_voter;
seat_card card_primary;
/* The reasons of those who voted otherwise; nothing where there are none. */
void vote_minority(struct panel *panel, const struct json_at *vote);

/* --- seat_beside.c --- */
seat_card card_coach;
seat_card card_observer;
seat_card card_sheet;
seat_card card_board;
seat_card card_leader;
seat_card card_role_player;
seat_card card_heard;

/* --- console_play.c --- */
seat_card console_portrait;
seat_card console_meters;
seat_card console_scene;
seat_card console_teams;
seat_card console_vote;
seat_card console_inject;
seat_card console_marks;

/* --- console_debrief.c --- */
seat_card console_debrief;
seat_card console_closed;

/* --- console_room.c --- */
seat_card console_people;
seat_card console_board;
seat_card console_observed;
seat_card console_clock;

#endif
