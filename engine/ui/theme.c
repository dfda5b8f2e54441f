/* theme.c - the two sets of colours. */
#include "ui.h"

struct ui_theme ui_theme_plain(void)
{
    return (struct ui_theme){
        .ground = 0x10181fff,
        .deeper = 0x0c131aff,
        .surface = 0x17212bff,
        .raised = 0x1f2c38ff,
        .selected = 0x2a3946ff,
        .line = 0xffffff1a,
        .text = 0xf2f5f7ff,
        .second = 0x9fb0bdff,
        .accent = 0xf2b84bff,
        .ink = 0x16120aff,
        .good = 0x63c2c9ff,
        .good_ink = 0x08242aff,
        .fair = 0x35525aff,
        .fair_ink = 0xd9f2f4ff,
        .slip = 0x6b5a2cff,
        .slip_ink = 0xffe9b5ff,
        .harm = 0x8a4432ff,
        .harm_ink = 0xffe3daff,
        .veil = 0x0b1118eb,
        .card = 0x0c131bb8,
        .track = 0x2a3946ff,
        .grid = 0x24323eff,
        .step = {0x2f5a6bff, 0x2c6a6dff, 0x3d7050ff, 0x6f7338ff, 0x7d6128ff},
        .step_text = 0xe9f5f4ff,
    };
}

struct ui_theme ui_theme_contrast(void)
{
    return (struct ui_theme){
        .ground = 0x000000ff,
        .deeper = 0x000000ff,
        .surface = 0x000000ff,
        .raised = 0x000000ff,
        .selected = 0x333300ff,
        .line = 0xffffffff,
        .text = 0xffffffff,
        .second = 0xffffffff,
        .accent = 0xffff00ff,
        .ink = 0x000000ff,
        .good = 0xffffffff,
        .good_ink = 0x000000ff,
        .fair = 0x000000ff,
        .fair_ink = 0xffffffff,
        .slip = 0xffff00ff,
        .slip_ink = 0x000000ff,
        .harm = 0xffff00ff,
        .harm_ink = 0x000000ff,
        .veil = 0x000000ff,
        .card = 0x000000ff,
        .track = 0x555555ff,
        .grid = 0x777777ff,
        .step = {0x000000ff, 0x000000ff, 0x000000ff, 0x000000ff, 0x000000ff},
        .step_text = 0xffffffff,
        .contrast = true,
    };
}
