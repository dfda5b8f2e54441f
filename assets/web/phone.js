// phone.js - the page of one seat: it shows what this seat may do now, and little else.
'use strict'

const main = document.getElementById('main')
const can = role => view.you && view.you.roles.includes(role)
const whispers = ['label', 'pause', 'suicide_question', 'mirror', 'summary', 'validate', 'open_question', 'repair']
const items = ['values', 'fear', 'asks', 'guides', 'agreement', 'calm', 'risk']
const boardKinds = ['fact', 'name', 'hook', 'trigger', 'risk', 'demand', 'promise']
parts(main, ['status', 'frozen', 'support', 'back', 'ballot', 'note', 'scene', 'care', 'result', 'vote', 'primary', 'prompts', 'coach', 'card', 'heard', 'story', 'taps', 'board', 'leader', 'debrief', 'sheet', 'more'])

const inPlay = () => view.room.phase === 'play' || view.room.phase === 'pause'
const button = (id, text, onclick, traits) => h('button', { type: 'button', id, onclick, ...traits }, text)
const field = (id, label, input) => h('label', { for: id }, h('span', {}, label), input)

// --- what happens ---------------------------------------------------------------------------------------

function scene() {
  const s = view.scene
  if (view.room.phase === 'lobby') return h('section', { class: 'card' }, h('h2', {}, view.room.title), h('p', {}, say('web.wait')), care(view))
  if (!s) return null
  if (view.room.phase === 'brief') return h('section', { class: 'card' }, h('h2', {}, view.room.title), h('p', { class: 'second' }, view.room.setting), paragraphs(s.briefing), h('ul', { class: 'stack' }, (s.known || []).map(k => h('li', {}, k.text + (k.assumed ? ' ' + say('web.assumed') : '')))))
  if (view.room.phase === 'debrief' || view.room.phase === 'closed') return null
  if (view.room.human && can('role-player') && !sceneTexts(s).length) return null
  return h('section', { class: 'card words', 'aria-labelledby': 'who' }, h('h2', { id: 'who' }, s.name), scenePieces(s, true), view.room.human ? (s.exchange > 0 && !can('role-player') ? h('p', { class: 'second' }, say('web.human.wall')) : null) : cue(s) ? h('p', { class: 'seen' }, cue(s)) : null)
}
const beforehand = () => view.room.phase === 'brief' ? h('section', { class: 'card' }, care(view)) : null

// --- voter ------------------------------------------------------------------------------------------------

let picked = null
function vote() {
  if (!can('voter') || !inPlay() || view.room.human) return null
  const v = view.vote
  if (!v) return h('section', { class: 'card' }, h('p', {}, say('web.vote.none')))
  if (v.state === 'reading') return h('section', { class: 'card' }, h('h2', {}, say('web.vote.title')), h('p', {}, reading(v)), h('ul', { class: 'stack' }, (view.lines || []).map(line => h('li', { class: 'pick' }, letter(view, line.id), h('span', {}, line.text)))))
  return null
}
const reading = v => view.frozen ? say('web.vote.paused') : v.ends !== undefined ? [say('web.vote.opens') + ' ', until(v.ends)] : say('web.vote.reading')
/** From the moment it opens the vote is the first thing on the page, and how it went is after it. */
function ballot() {
  const v = view.vote
  if (!can('voter') || !inPlay() || view.room.human || !v || v.state === 'reading') return null
  if (v.state === 'revealed') return h('section', { class: 'card' }, h('h2', {}, say('web.vote.result')), undecided(view, 'room'), results(view), minority(view))
  if (v.state === 'closed') return h('section', { class: 'card' }, h('h2', {}, say('web.vote.closed')), undecided(view, 'room'), yours(v))
  const mine = v.yours ? v.yours.choice : null
  const off = Boolean(view.frozen)
  if (!(view.lines || []).some(line => line.id === picked)) picked = mine
  return h('section', { class: 'card', 'aria-labelledby': 'ask' },
    h('h2', { id: 'ask' }, say('web.vote.title')),
    off ? h('p', { class: 'paused' }, say('web.vote.paused')) : h('p', { class: 'second' }, say('web.vote.hint') + ' ', v.ends !== undefined ? until(v.ends) : null),
    h('form', { class: 'stack', onsubmit: cast },
      h('fieldset', { class: 'stack', disabled: off }, h('legend', { class: 'away' }, say('web.vote.title')),
        (view.lines || []).map(line => h('label', { class: 'pick' },
          h('input', { type: 'radio', name: 'choice', id: 'v-' + line.id, value: line.id, checked: picked === line.id, onchange: () => { picked = line.id } }), h('span', {}, letter(view, line.id), line.text)))),
      field('reason', say('web.vote.reason'), h('input', { id: 'reason', name: 'reason', maxlength: 80, autocomplete: 'off', disabled: off })),
      h('button', { class: 'main wide', disabled: off }, say(mine ? 'web.vote.change' : 'web.vote.send')), yours(v)))
}
function yours(v) {
  return v.yours ? h('p', { class: 'second' }, say('web.vote.yours') + ': ' + (linesById(view).get(v.yours.choice) || v.yours.choice)) : null
}
function cast(event) {
  event.preventDefault()
  const choice = new FormData(event.target).get('choice')
  if (!choice) return tell(say('web.vote.pick'))
  const reason = document.getElementById('reason').value.trim()
  act({ do: 'vote', choice, ...(reason ? { reason } : {}) }, say('web.vote.in-yours'))
  return undefined
}

// --- primary ----------------------------------------------------------------------------------------------

let tone = 0
let pace = 0
function dial(name, value, set) {
  return h('div', { class: 'row', role: 'group', 'aria-label': say('web.' + name) }, [1, 0, -1].map(step =>
    button(name + step, say('web.' + name + '.' + step), () => { set(step); show() }, { 'aria-pressed': value === step ? 'true' : 'false', class: 'grow' })))
}
function primary() {
  if (!can('primary')) return null
  const may = view.may || {}
  if (view.room.phase === 'brief' && may.pick) return picks(may.pick)
  if (!inPlay()) return null
  return h('section', { class: 'card' },
    h('h2', {}, say(view.room.human ? 'seat.primary.name' : 'web.say')), hintForMe(), view.room.human ? h('p', {}, say('web.human.speak')) : null,
    view.vote && view.vote.state === 'open' ? h('p', { class: 'second' }, say('web.vote.in', { in: view.vote.in || 0, of: view.vote.of || 0 })) : null,
    view.vote && view.vote.state === 'revealed' ? [undecided(view, 'room'), results(view), minority(view)] : null,
    view.vote && view.vote.state === 'closed' ? undecided(view, 'room') : null,
    may.choose ? (view.lines || []).map(line => button('c-' + line.id, line.text, () => choose(line.id), { class: 'line' })) : view.room.human ? null : h('p', { class: 'second' }, view.frozen ? frozenText(view) : say('web.not-now')),
    may.choose ? h('details', { id: 'delivery' }, h('summary', {}, say('web.delivery')), dial('tone', tone, x => { tone = x }), dial('pace', pace, x => { pace = x })) : null,
    h('div', { class: 'row' },
      may.pause ? button('silent', say('web.silence'), () => act({ do: 'pause' })) : null,
      may.observe ? button('look', say('web.look'), () => act({ do: 'observe' })) : null,
      may.wait ? button('wait', say('web.wait-minute'), () => act({ do: 'wait', ms: 60000 })) : null,
      may.timeouts ? button('timeout', say('web.timeout', { n: may.timeouts }), () => act({ do: 'timeout' })) : null,
      (may.help || []).map(kind => button('help-' + kind, say('web.call', { kind: say('help.' + kind + '.name') }), () => act({ do: 'help', kind }))),
      (may.move || []).map(kind => button('move-' + kind, say('scene.' + kind + '.name'), () => act({ do: 'move', kind }))),
      may.handover ? button('handover', say('web.handover'), () => act({ do: 'handover', items: ['name', 'hooks', 'triggers', 'promises', 'risk'] })) : null,
      may.withdraw ? button('withdraw', say('web.withdraw'), () => confirm(say('web.withdraw.sure')) && act({ do: 'withdraw' })) : null))
}
function choose(choice) {
  act({ do: 'choose', choice, ...(tone ? { tone } : {}), ...(pace ? { pace } : {}) }).then(done => { if (done) tone = pace = 0 })
}
function hintForMe() {
  const hint = view.hint
  if (!hint || hint.fate !== 'open') return null
  const text = hint.technique ? say('act.' + hint.technique + '.name') : hint.text
  return h('div', { class: 'card' }, h('p', {}, h('b', {}, say('web.hint.from') + ' '), text),
    h('div', { class: 'row' }, button('hint-yes', say('web.hint.used'), () => act({ do: 'used', yes: true })), button('hint-no', say('web.hint.not'), () => act({ do: 'used', yes: false }))))
}
function picks(pick) {
  const list = pick.items || []
  const most = pick.count
  return h('section', { class: 'card' }, h('h2', {}, say('web.pick')), h('p', { class: 'second' }, say('web.pick.most', { n: most })),
    h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); const ids = new FormData(event.target).getAll('pick'); if (ids.length) act({ do: 'pick', ids }) } },
      list.map(item => h('label', { class: 'pick' }, h('input', { type: 'checkbox', name: 'pick', id: 'p-' + item.id, value: item.id }), h('span', {}, item.text || item.id))),
      (pick.approach || []).length ? h('fieldset', { class: 'stack' }, h('legend', {}, say('web.pick.approach')), pick.approach.map(item => h('label', { class: 'pick' }, h('input', { type: 'radio', name: 'pick', id: 'p-' + item.id, value: item.id }), h('span', {}, item.text)))) : null,
      h('button', { class: 'wide' }, say('web.pick.send'))))
}
function prompts() {
  const list = (view.may && view.may.prompts) || []
  if (!can('primary') || !list.length) return null
  return h('section', { class: 'card' }, list.map(p => h('form', { class: 'stack', onsubmit: event => answer(event, p) },
    p.options ? h('fieldset', { class: 'stack' }, h('legend', {}, p.text), p.options.map(o => h('label', { class: 'pick' }, h('input', { type: p.many ? 'checkbox' : 'radio', name: 'option', id: 'o-' + p.id + o.id, value: o.id, required: !p.many }), h('span', {}, o.text))))
      : field('value-' + p.id, p.text, h('input', { id: 'value-' + p.id, name: 'value', type: 'number', min: 0, max: 10, inputmode: 'numeric', required: true })),
    h('button', { class: 'wide' }, say('web.send')))))
}
function answer(event, p) {
  event.preventDefault()
  const form = new FormData(event.target)
  const ids = form.getAll('option')
  if (p.kind === 'step') act({ do: 'assess', prompt: p.id, value: Number(ids[0]) })
  else if (p.options) act({ do: 'assess', prompt: p.id, ids })
  else act({ do: 'assess', prompt: p.id, value: Number(form.get('value')) })
}

// --- coach, observer, board, leader, role-player -------------------------------------------------------------

function coach() {
  if (!can('coach') || !inPlay()) return null
  const sum = view.hints || {}
  return h('section', { class: 'card' }, h('h2', {}, say('web.whisper')),
    h('div', { class: 'grid' }, whispers.map(id => button('w-' + id, say('act.' + id + '.short'), () => act({ do: 'hint', technique: id }, say('web.whisper.sent'))))),
    h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); const input = document.getElementById('whisper'); act({ do: 'hint', text: input.value.trim() }, say('web.whisper.sent')).then(ok => { if (ok) { input.value = ''; delete input.dataset.touched } }) } },
      field('whisper', say('web.whisper.words'), h('input', { id: 'whisper', maxlength: 120, autocomplete: 'off', required: true })), h('button', {}, say('web.whisper.send'))),
    h('p', { class: 'second' }, say('web.whisper.sum', { used: sum.used || 0, sent: sum.sent || 0 })))
}
function taps() {
  if (!can('observer') || view.you.assistant || !inPlay()) return null
  const last = view.seen && view.seen.last
  return h('section', { class: 'card' },
    h('h2', {}, say(view.you.observer ? 'web.watch.' + view.you.observer : 'web.tap')),
    h('div', { class: 'grid' }, hearable.map(id => button('t-' + id, say('act.' + id + '.short'), () => act({ do: 'seen', technique: id })))),
    h('div', { class: 'grid' }, ['good', 'missed', 'talk'].map(id => button('m-' + id, say('web.mark.' + id), () => act({ do: 'seen', technique: id })))),
    last ? h('p', { class: 'row' }, h('span', {}, say('web.tap.last', { what: has('act.' + last + '.short') ? say('act.' + last + '.short') : say('web.mark.' + last) })),
      view.seen.undo_until > now() ? button('undo', say('web.undo'), () => act({ do: 'undo' })) : null) : null)
}
function heard() {
  return view.room.human && inPlay() && (view.you.assistant || can('role-player')) ? heardCard() : null
}
function fact(f) {
  const what = say(f.given ? 'web.card.untell' : 'web.card.tell')
  return h('li', { class: 'row' + (f.given ? ' grey' : '') }, h('span', { class: 'grow' }, f.text),
    view.room.human && inPlay() ? button('f-' + f.id, what, () => act({ do: 'told', fact: f.id, on: !f.given }), { 'aria-label': what + ': ' + f.text }) : null)
}
function card() {
  const c = view.card
  if (!c) return null
  const m = view.meters
  return h('section', { class: 'card' }, h('h2', {}, say('web.card', { name: c.name })),
    m ? h('div', {}, h('div', { class: 'count' }, h('span', {}, say('web.gauge')), h('b', {}, percent(m.agitation))), h('progress', { max: 1000, value: m.agitation, 'aria-label': say('web.gauge') })) : null,
    view.scene && view.scene.cue ? h('p', { class: 'words' }, h('span', { class: 'seen' }, bare(view.scene.cue))) : null,
    view.scene && view.scene.exchange === 0 && c.opening ? h('p', { class: 'second' }, bare(c.opening)) : null)
}
function story() {
  const c = view.card
  if (!c) return null
  const parts = [['open', f => !f.given && f.open], ['not-yet', f => !f.given && !f.open], ['given', f => f.given]]
  return h('section', { class: 'card' }, h('h2', {}, say('web.card.facts')), h('p', { class: 'second' }, say('web.card.advice')),
    parts.map(([id, is]) => [id, (c.facts || []).filter(is)]).filter(([, facts]) => facts.length).map(([id, facts]) => [h('h3', {}, say('web.card.' + id)), h('ul', { class: 'stack' }, facts.map(fact))]))
}
function sheet() {
  if (!can('observer') || !['play', 'pause', 'feedback', 'debrief'].includes(view.room.phase)) return null
  const mine = view.sheet || {}
  return h('section', { class: 'card' }, h('details', { id: 'sheet', open: view.room.phase !== 'play' }, h('summary', {}, say('web.sheet')),
    items.map(item => {
      const got = mine[item] || {}
      return h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); const f = new FormData(event.target); if (f.get('score')) act({ do: 'sheet', item, score: Number(f.get('score')), ...(f.get('text').trim() ? { text: f.get('text').trim() } : {}) }, say('web.sheet.kept')) } },
        h('fieldset', {}, h('legend', {}, say('sheet.' + item)), h('div', { class: 'row' }, [1, 2, 3, 4, 5].map(n =>
          h('label', { class: 'row' }, h('input', { type: 'radio', name: 'score', id: 's-' + item + n, value: n, checked: got.score === n }), h('span', {}, n))))),
        field('e-' + item, say('web.sheet.evidence'), h('input', { id: 'e-' + item, name: 'text', maxlength: 240, value: got.text || '' })), h('button', {}, say('web.sheet.send')))
    })))
}
function board() {
  if (!view.board || !(can('board') || can('leader') || (view.room.phase === 'debrief' && view.board.length))) return null
  const editor = can('board') && ['brief', 'play', 'pause'].includes(view.room.phase)
  return h('section', { class: 'card' }, h('h2', {}, say('seat.board.name')),
    view.board.length ? h('ul', { class: 'stack' }, view.board.map(b => h('li', { class: 'row' }, h('span', { class: 'grow' }, h('b', {}, say('board.' + b.kind) + ': '), b.text, h('span', { class: 'second' }, ' ' + clock(b.story_ms))),
      editor ? button('u-' + b.entry, say('web.board.remove'), () => act({ do: 'unboard', entry: b.entry }), { 'aria-label': say('web.board.remove') + ': ' + b.text }) : null))) : h('p', { class: 'second' }, say('web.board.empty')),
    editor ? h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); const t = document.getElementById('b-text'); act({ do: 'board', kind: document.getElementById('b-kind').value, text: t.value.trim() }).then(ok => { if (ok) { t.value = ''; delete t.dataset.touched } }) } },
      field('b-kind', say('web.board.kind'), h('select', { id: 'b-kind' }, boardKinds.map(kind => h('option', { value: kind }, say('board.' + kind))))),
      field('b-text', say('web.board.text'), h('input', { id: 'b-text', maxlength: 160, required: true, autocomplete: 'off' })), h('button', { class: 'wide' }, say('web.board.add'))) : null)
}
const handItems = ['name', 'hooks', 'triggers', 'promises', 'risk']
function leader() {
  if (!can('leader') || !inPlay()) return null
  const may = view.may || {}
  const others = (view.people || []).filter(p => !p.roles.includes('primary') && !p.roles.includes('instructor'))
  return h('section', { class: 'card' }, h('h2', {}, say('seat.leader.name')),
    h('div', { class: 'row' }, may.brainstorms ? button('storm', say('web.brainstorm', { n: may.brainstorms }), () => act({ do: 'brainstorm' })) : null,
      may.handover ? button('handover', say('web.handover'), () => act({ do: 'handover', items: handItems })) : null),
    others.length ? tagForm(others) : null)
}
function tagForm(others) {
  return h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); const f = new FormData(event.target); act({ do: 'tag', seat: Number(f.get('seat')), items: f.getAll('item') }) } },
    h('h3', {}, say('web.tag')), field('tag-seat', say('web.tag.who'), h('select', { id: 'tag-seat', name: 'seat' }, others.map(p => h('option', { value: p.seat }, p.name)))),
    h('fieldset', { class: 'stack' }, h('legend', {}, say('web.tag.told')), handItems.map(item => h('label', { class: 'row' }, h('input', { type: 'checkbox', name: 'item', id: 'tag-' + item, value: item }), h('span', {}, say('handover.' + item))))),
    h('button', {}, say('web.tag.go')))
}

// --- afterwards, and always ------------------------------------------------------------------------------------

function more() {
  if (view.room.phase === 'closed') return h('section', { class: 'card' }, farewell(view))
  return h('section', { class: 'card' }, h('details', { id: 'more' }, h('summary', {}, say('web.more')),
    h('form', { class: 'stack', onsubmit: event => { event.preventDefault(); const t = document.getElementById('note'); act({ do: 'note', text: t.value.trim() }, say('web.note.kept')).then(ok => { if (ok) { t.value = ''; delete t.dataset.touched } }) } },
      field('note', say('web.note'), h('input', { id: 'note', maxlength: 240, required: true })), h('button', {}, say('web.note.send'))),
    h('p', { class: 'second' }, view.room.support),
    button('leave', say('web.leave'), () => { if (confirm(say('web.leave.sure'))) ask({ do: 'leave' }).then(() => location.assign('/')) })))
}

/** A vote that opens, and a scene that stops, are seen wherever somebody had got to on the page. */
let stood = ''
function toTheTop() {
  const v = view.vote
  const at = (view.frozen ? 'still ' : '') + (view.scene ? view.scene.exchange : '') + (v ? ' ' + v.state + (view.lines || []).map(line => line.id).join() : '')
  if (at === stood) return
  if (stood && !view.frozen) tell('')
  stood = at
  window.scrollTo(0, 0)
}

function draw() {
  const roles = view.you ? view.you.roles.map(r => say('seat.' + r + '.name')).join(', ') : ''
  document.getElementById('you').textContent = view.you ? [view.you.name, roles, view.room.teams > 1 ? say('web.team.name', { n: view.you.team + 1 }) : ''].filter(part => part).join(' · ') : ''
  const time = document.getElementById('clock')
  const seg = segment(view)
  time.replaceChildren(...(seg ? [seg] : []))
  put(main, 'frozen', frozen(view))
  put(main, 'support', view.frozen ? h('p', { class: 'second' }, view.room.support) : null)
  put(main, 'back', inPlay() ? wentBack(view) : null)
  put(main, 'ballot', ballot())
  put(main, 'note', view.note ? h('p', { class: 'second' }, say('web.note.' + view.note)) : null)
  put(main, 'scene', scene())
  put(main, 'care', beforehand())
  put(main, 'vote', vote())
  put(main, 'primary', primary())
  put(main, 'prompts', prompts())
  put(main, 'coach', coach())
  put(main, 'card', card())
  put(main, 'heard', heard())
  put(main, 'story', story())
  put(main, 'taps', taps())
  put(main, 'board', board())
  put(main, 'leader', leader())
  put(main, 'debrief', debriefForSeat(view))
  put(main, 'sheet', sheet())
  put(main, 'more', more())
  document.getElementById('foot').hidden = !inPlay() && view.room.phase !== 'brief'
  toTheTop()
  const hint = view.hint && view.hint.fate === 'open' && can('primary') ? [say('web.hint.from') + ' ' + (view.hint.technique ? say('act.' + view.hint.technique + '.name') : view.hint.text)] : []
  announce({ ...news(view), hint })
}

document.getElementById('fallback').remove()
document.getElementById('stop').onclick = () => act({ do: 'stop' }, say('web.stop.done'))
begin(draw, '', '/')
