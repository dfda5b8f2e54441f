/* say.c - sentences for the screens, each in the arena of the frame. */
#include "say.h"

td_str say_with(const struct say *s, const char *id, const struct word_arg *args, int count)
{
    struct writer w;
    writer_init(&w, s->arena);
    int person = s->model->scenario ? (int)s->model->scenario->pronoun : WORDS_THEY;
    words_write(&w, s->model->words, id, person, args, count);
    return writer_str(&w);
}

td_str say_word(const struct say *s, const char *id)
{
    return say_with(s, id, NULL, 0);
}

td_str say_of(const struct say *s, const char *head, td_str name, const char *tail)
{
    struct writer id;
    writer_init(&id, s->arena);
    w_text(&id, head);
    w_str(&id, name);
    w_text(&id, tail);
    w_char(&id, '\0');
    return say_word(s, writer_str(&id).ptr);
}

static uint32_t capital(uint32_t c)
{
    bool latin = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
    return latin ? c - 0x20 : c;
}

td_str say_capital(const struct say *s, td_str text)
{
    struct writer w;
    char bytes[4];
    if (text.len == 0)
        return text;
    writer_init(&w, s->arena);
    size_t size = utf8_put(bytes, capital(utf8_next(&text)));
    w_str(&w, (td_str){bytes, size});
    w_str(&w, text);
    return writer_str(&w);
}

td_str say_stage(const struct say *s, int32_t stage)
{
    static const td_str digits[] = {{"0", 1}, {"1", 1}, {"2", 1}, {"3", 1}, {"4", 1}};
    return say_capital(s, say_of(s, "stage.", digits[stage], ".name"));
}

static td_str raw(const struct say *s, td_str key)
{
    return texts_get(s->model->texts, s->model->source, key);
}

td_str say_text(const struct say *s, td_str key)
{
    struct writer w;
    writer_init(&w, s->arena);
    const struct word_arg args[] = {ARG_TEXT("subject.name", raw(s, TD_STR("subject.name")))};
    words_fill(&w, s->model->words, raw(s, key), args, 1);
    return writer_str(&w);
}

static bool knows_name(const struct say *s)
{
    const td_scenario *scenario = s->model->scenario;
    bool any = false;
    for (int i = 0; i < scenario->fact_count; i++) {
        if (scenario->facts[i].kind != FACT_name)
            continue;
        any = true;
        if (s->model->view && memory_has(&s->model->view->known, i))
            return true;
    }
    return !any;
}

td_str say_called(const struct say *s)
{
    return raw(s, knows_name(s) ? TD_STR("subject.name") : TD_STR("subject.called"));
}

td_str say_name(const struct say *s)
{
    return say_capital(s, say_called(s));
}

static void two_digits(struct writer *w, int64_t n)
{
    if (n < 10)
        w_char(w, '0');
    w_int(w, n);
}

td_str say_time(const struct say *s, int64_t ms)
{
    struct writer w;
    writer_init(&w, s->arena);
    two_digits(&w, ms / 60000);
    w_char(&w, ':');
    two_digits(&w, ms / 1000 % 60);
    return writer_str(&w);
}

td_str say_number(const struct say *s, int64_t n)
{
    struct writer w;
    writer_init(&w, s->arena);
    w_int(&w, n);
    return writer_str(&w);
}

static int32_t rounded(int32_t permille)
{
    return permille < 0 ? -((5 - permille) / 10) : (permille + 5) / 10;
}

td_str say_change(const struct say *s, int32_t permille)
{
    struct writer w;
    int32_t n = rounded(permille);
    writer_init(&w, s->arena);
    if (n != 0)
        w_text(&w, n > 0 ? "+" : "−");
    w_int(&w, n < 0 ? -n : n);
    return writer_str(&w);
}

td_str say_join(const struct say *s, td_str a, const char *between, td_str b)
{
    struct writer w;
    writer_init(&w, s->arena);
    w_str(&w, a);
    if (a.len > 0 && b.len > 0)
        w_text(&w, between);
    w_str(&w, b);
    return writer_str(&w);
}

static td_str trim(td_str text)
{
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\n'))
        text = (td_str){text.ptr + 1, text.len - 1};
    while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\n'))
        text.len--;
    return text;
}

td_str say_plain(const struct say *s, td_str text)
{
    struct writer w;
    writer_init(&w, s->arena);
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '[' && text.ptr[i] != ']')
            w_char(&w, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
    return trim(writer_str(&w));
}

td_str say_step(const struct say *s, const struct step *step)
{
    const struct command *c = &step->command;
    if (step->choice >= 0)
        return say_text(s, s->model->scenario->choices[step->choice].id);
    if (c->verb == VERB_help)
        return say_of(s, "help.", help_kind_names[c->kind], c->threat ? ".threat" : ".say");
    if (c->verb == VERB_heard)
        return say_of(s, "act.", act_name(step->move.act), ".name");
    const struct word_arg args[] = {ARG_INT("n", c->number / 1000)};
    return say_with(s, "ui.silence-seconds", args, 1);
}

const char *say_state(const struct view *view)
{
    static const char *const bands[] = {"calm", "anxious", "agitated", "hostile", "crisis"};
    return view->despair ? "despair" : view->recovery ? "recovery" : bands[view->cue_band];
}

td_str say_body(const struct say *s, const struct view *view, int look)
{
    static const char *const seen[] = {".1", ".2", ".3", ".4", ".5"};
    static const char *const heard[] = {".1.voice", ".2.voice", ".3.voice", ".4.voice", ".5.voice"};
    bool face = s->model->scenario->channel == CHANNEL_face;
    td_str own = texts_look(s->model->texts, s->model->source, str_of(say_state(view)), view->exchanges);
    if (look == 1 && own.len > 0) /* the scenario says itself what this body does */
        return say_plain(s, own);
    return say_of(s, "cue.", str_of(say_state(view)), face ? seen[look - 1] : heard[look - 1]);
}

td_str say_regard(const struct say *s, const struct view *view)
{
    bool face = s->model->scenario->channel == CHANNEL_face;
    return say_of(s, "regard.", regard_names[view->regard], face ? "" : ".voice");
}

static struct view seen_in(const struct figures *figures)
{
    return (struct view){.cue_band = figures->band, .despair = figures->despair, .recovery = figures->recovery};
}

td_str say_figures(const struct say *s, const struct figures *figures)
{
    struct view view = seen_in(figures);
    return say_body(s, &view, 1);
}

td_str say_state_name(const struct say *s, const struct figures *figures)
{
    struct view view = seen_in(figures);
    return say_of(s, view.despair || view.recovery ? "state." : "band.", str_of(say_state(&view)), ".name");
}
