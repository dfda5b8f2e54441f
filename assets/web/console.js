// console.js - the instructor's page: everything within one tap; what nobody else sees says so.
'use strict'

const left = document.getElementById('left')
const middle = document.getElementById('middle')
const right = document.getElementById('right')
const head = document.getElementById('head')
parts(left, ['picture', 'scene', 'meters', 'teams', 'past'])
parts(middle, ['trouble', 'stopped', 'frozen', 'back', 'script', 'closed', 'setup', 'heard', 'vote', 'deck', 'marks', 'debrief'])
parts(right, ['people', 'board', 'observed', 'clock', 'room'])

const button = (id, text, onclick, traits) => h('button', { type: 'button', id, onclick, ...traits }, text)
const field = (id, label, input) => h('label', { for: id }, h('span', {}, label), input)
const onSubmit = work => event => { event.preventDefault(); work(new FormData(event.target), event.target) }
const phase = () => view.room.phase
const inPlay = () => phase() === 'play' || phase() === 'pause'
const primaryName = () => ((view.people || []).find(p => p.roles.includes('primary')) || {}).name
const roles = ['primary', 'coach', 'board', 'leader', 'observer', 'role-player', 'voter']

// --- the top -----------------------------------------------------------------------------------------------

function headline() {
  const r = view.room
  document.getElementById('title').textContent = r.title
  document.getElementById('joined').textContent = say('web.joined', { n: r.joined })
  document.getElementById('code').textContent = r.code
  const keys = []
  if (phase() === 'lobby') keys.push(button('start', say('web.key.start'), () => act({ do: 'start' }), { class: 'main' }))
  if (phase() === 'brief') keys.push(button('next', say('web.key.begin'), () => act({ do: 'next' }), { class: 'main' }))
  if (inPlay()) {
    keys.push(view.frozen ? button('resume', say('web.key.resume'), () => act({ do: 'resume' }), { class: 'main' })
      : button('freeze', say('web.key.freeze'), () => act({ do: 'freeze' }), { class: 'main' }))
    keys.push(button('back', say('web.key.back'), () => act({ do: 'rewind', back: 1 })))
    if (view.room.preset !== 'back-to-back') keys.push(button('end', say('web.key.end'), () => { if (confirm(say('web.key.end.sure'))) act({ do: 'end' }) }))
  }
  if (['pause', 'feedback'].includes(phase()) || (inPlay() && view.clock && view.clock.index + 2 < view.clock.count)) keys.push(button('next', say('web.key.next'), () => act({ do: 'next' })))
  put(head, 'keys', h('div', { class: 'row' }, keys))
}

// --- the person ------------------------------------------------------------------------------------------

function picture() {
  const s = view.scene
  if (!s || !inPlay()) return null
  return h('figure', {}, h('img', { class: 'person', src: '/person/' + mood(s) + '.png', width: 960, height: 540, alt: bare(s.cue) || s.name }))
}
function mood(s) {
  return s.state || 'calm'
}
/** By the last decision; the room knows it, so that every console says the same, and none after a way back. */
const direction = m => (m.was === undefined || m.was === m.agitation ? '' : m.agitation < m.was ? 'falling' : 'rising')
function meters() {
  const m = view.meters
  if (!m || !view.scene) return null
  const row = (name, value) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value))
  return h('section', { class: 'card' }, h('h2', {}, say('web.only-you', { name: view.scene.name })),
    h('table', { class: 'table' }, h('tbody', {},
      row(say('figure.agitation'), percent(m.agitation) + (direction(m) ? ', ' + say('web.' + direction(m)) : '')),
      row(say('figure.stage'), say('stage.' + m.stage + '.short')),
      ['understanding', 'rapport', 'trust', 'hope', 'autonomy', 'rupture'].filter(k => m[k] !== undefined).map(k => row(say('figure.' + k), percent(m[k]))))))
}
function scene() {
  const s = view.scene
  if (!s || !inPlay()) return null
  return h('section', { class: 'card words' }, h('h2', {}, s.name),
    scenePieces(s, true),
    h('p', { class: 'second' }, say('web.exchange', { n: s.exchange, left: s.left })))
}
function teams() {
  if (!view.all_teams || view.all_teams.length < 2) return null
  return h('section', { class: 'card' }, h('h2', {}, say('web.teams')), h('ul', { class: 'stack' }, view.all_teams.map(t => h('li', { class: 'row' },
    h('span', { class: 'grow' }, say('web.team', { n: t.team + 1, exchange: t.exchange, agitation: percent(t.agitation) }) + (t.stopped ? ' · ' + say('web.stopped') : '')),
    button('look-' + t.team, say('web.look-at'), () => act({ do: 'look', team: t.team }), { 'aria-pressed': view.you.team === t.team ? 'true' : 'false', 'aria-label': say('web.look-at') + ': ' + say('web.team.name', { n: t.team + 1 }) })))))
}
const pastText = p => p.verb === 'heard' ? say('web.verb.heard', { what: say('act.' + p.act + '.short') }) : p.text || say('web.verb.' + p.verb)
function past() {
  if (!view.past || !view.past.length) return null
  return h('section', { class: 'card' }, h('details', { id: 'past' }, h('summary', {}, say('web.past')), h('ol', { class: 'stack' }, view.past.slice().reverse().map(p =>
    h('li', { class: 'row' + (p.grey ? ' grey' : '') }, h('span', { class: 'grow' }, (p.grey ? say('web.past.grey') + ' ' : '') + (p.text || say('web.verb.' + p.verb))),
      inPlay() ? button('to-' + p.number, say('web.past.go'), () => act({ do: 'rewind', to: p.number }), { 'aria-label': say('web.past.go') + ': ' + pastText(p) }) : null)))))
}

// --- the vote, and what comes in ---------------------------------------------------------------------------

/** A line that the group did not choose is the instructor's to say, and the button tells so; after a tie it is one of theirs. */
function lineKey(line, v, counts) {
  const most = Math.max(0, ...Object.values(counts))
  const tied = v && v.ended === 'tie' && counts[line.id] === most
  if (tied) return button('p-' + line.id, say('web.vote.this'), () => act({ do: 'play', choice: line.id }), { class: 'main', 'aria-label': say('web.vote.this') + ': ' + line.text })
  return button('o-' + line.id, say('web.override'), () => act({ do: 'override', choice: line.id }), { 'aria-label': say('web.override') + ': ' + line.text })
}
function voteKeys(v, who) {
  const state = v ? v.state : ''
  const over = ['closed', 'revealed'].includes(state)
  const key = letter => ({ 'aria-keyshortcuts': letters ? letter : null })
  return h('div', { class: 'row' },
    state !== 'open' ? button('open', say(over ? 'web.vote.again' : 'web.vote.open'), () => act({ do: 'open' }), { ...key('V'), class: over && !v.ended ? null : 'main' }) : null,
    state === 'open' ? button('close', say('web.vote.close'), () => act({ do: 'close' }), { ...key('V'), class: 'main' }) : null,
    state === 'open' || state === 'closed' ? button('reveal', say('web.vote.reveal'), () => act({ do: 'reveal' }), { ...key('S'), class: state === 'closed' && !v.ended ? 'main' : null }) : null,
    (state === 'open' || over) && !v.ended ? button('play', say('web.vote.play'), playGroup, { ...key('G'), class: state === 'revealed' ? 'main' : null, disabled: Boolean(view.frozen) }) : null,
    v && who ? button('decide', say('web.vote.decide', { name: who }), () => act({ do: 'decide' })) : null,
    state === 'open' || over ? button('discuss', say('web.vote.discuss'), () => act({ do: 'discuss' })) : null)
}
function voteState(v) {
  if (!v) return say('web.vote.no')
  if (v.state === 'reading') return v.ends !== undefined ? [say('web.vote.opens') + ' ', until(v.ends)] : say('web.vote.reading')
  return [say('web.vote.in', { in: v.in || 0, of: v.of || 0 }), v.state !== 'open' ? null : view.frozen ? ' · ' + say('web.vote.paused') : v.ends !== undefined ? [' · ', until(v.ends)] : null]
}
/** Why the few had chosen otherwise, also when the line was played before anybody had read it. */
function lastReasons() {
  const last = view.last_vote
  if (!last || !last.length || (view.vote && view.vote.state === 'revealed')) return null
  return h('details', { id: 'last-vote', open: true }, h('summary', {}, say('web.vote.minority')), h('p', { class: 'second' }, say('web.vote.last')), h('ul', { class: 'stack' }, last.map(r => h('li', { class: 'said' }, '“' + r.reason + '”', h('span', { class: 'second' }, ' ' + r.text)))))
}
function tally() {
  if (!inPlay() || !view.lines || view.room.human) return null
  const v = view.vote
  const counts = (v && v.counts) || {}
  const most = Math.max(1, (v && v.in) || 0)
  const who = primaryName()
  return h('section', { class: 'card' },
    h('h2', {}, who ? say('web.vote.who', { name: who }) : say('web.vote.title')),
    h('p', { class: 'second' }, voteState(v)),
    undecided(view, 'boss'),
    voteKeys(v, who),
    h('ul', { class: 'stack' }, view.lines.map(line => h('li', { class: 'stack' },
      h('div', { class: 'count' }, h('span', { class: 'grow' }, letter(view, line.id), line.text, line.act ? h('span', { class: 'second' }, ' ' + say('act.' + line.act + '.short')) : null), v && v.state !== 'reading' ? h('b', {}, counts[line.id] || 0) : null, lineKey(line, v, counts)),
      v && v.state !== 'reading' ? h('progress', { max: most, value: counts[line.id] || 0, 'aria-label': say('web.vote.count', { n: counts[line.id] || 0 }) }) : null))),
    h('p', { class: 'second' }, say('web.override.hint')),
    (view.overrides || []).length ? h('details', { id: 'overrides' }, h('summary', {}, say('web.override.more')), h('ul', { class: 'stack' }, view.overrides.map(o => h('li', {}, button('oo-' + o.id, o.text, () => act({ do: 'override', choice: o.id }), { class: 'line' }))))) : null,
    v && v.state === 'revealed' ? minority(view) : null,
    lastReasons())
}
/** Where there is no choice of the group, the vote is closed, and page and wall say why. */
async function playGroup() {
  const reason = await ask({ do: 'play' })
  if (reason === 'tie' || (reason === 'no-vote' && view.vote && view.vote.state === 'open')) return act({ do: 'close' })
  return tell(reason ? say('refused.' + reason) : '')
}
// One letter each, for whoever leads and has no hand free; they can be switched off, and never act on typing.
let letters = true
const keyed = { v: () => document.getElementById('open') || document.getElementById('close'), s: () => document.getElementById('reveal'), g: () => document.getElementById('play'), p: () => document.getElementById('freeze') || document.getElementById('resume') }
document.addEventListener('keydown', event => {
  if (!letters || event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.closest('input, select, textarea')) return
  const key = keyed[event.key.toLowerCase()] && keyed[event.key.toLowerCase()]()
  if (key) { event.preventDefault(); key.click() }
})
function deck() {
  if (!inPlay()) return null
  const effects = ['none', 'disturbs', 'shames', 'crowds', 'calms', 'hope']
  return h('section', { class: 'card' }, h('h2', {}, say('web.inject')),
    h('div', { class: 'row' }, (view.deck || []).map(c => button('i-' + c.id, [c.suggested ? h('b', {}, say('web.inject.suggested') + ' ') : null, plain(c.text)], () => act({ do: 'inject', card: c.id })))),
    h('details', { id: 'typed' }, h('summary', {}, say('web.inject.own')), h('form', { class: 'stack', onsubmit: onSubmit((f, form) => act({ do: 'inject', text: f.get('text').trim(), effect: f.get('effect') }).then(ok => { if (ok) clear(form) })) },
      field('i-text', say('web.inject.text'), h('input', { id: 'i-text', name: 'text', maxlength: 240, required: true, oninput: suggest })),
      field('i-effect', say('web.inject.effect'), h('select', { id: 'i-effect', name: 'effect', onchange: event => { event.target.dataset.picked = '' } }, effects.map(e => h('option', { value: e }, say('web.effect.' + e))))), h('button', {}, say('web.inject.go')))))
}
/** What the words suggest; whoever leads confirms it or picks something else. */
function suggest(event) {
  const effect = document.getElementById('i-effect')
  const typed = event.target.value.toLowerCase()
  if (effect.dataset.picked !== undefined) return
  const found = ['shames', 'crowds', 'hope', 'calms', 'disturbs'].find(id => say('web.effect.' + id + '.words').split(', ').some(word => typed.includes(word)))
  effect.value = found || 'none'
  effect.dataset.touched = ''
}
function clear(form) {
  for (const select of form.querySelectorAll('select')) { delete select.dataset.picked; delete select.dataset.touched; select.selectedIndex = 0 }
  for (const input of form.querySelectorAll('input:not([type=radio]):not([type=checkbox]), textarea')) { input.value = ''; delete input.dataset.touched }
}
function marks() {
  if (!inPlay()) return null
  const labels = ['good', 'missed', 'talk']
  const open = (view.flags || []).filter(f => !f.label)
  return h('section', { class: 'card' }, h('h2', {}, say('web.flag')),
    h('div', { class: 'row' }, button('flag', say('web.flag.now'), () => act({ do: 'flag' }), { class: 'main', accesskey: 'm' }), labels.map(id => button('f-' + id, say('web.mark.' + id), () => act({ do: 'flag', text: say('web.mark.' + id) })))),
    open.length ? h('form', { class: 'stack', onsubmit: onSubmit((f, form) => act({ do: 'flag', entry: open[open.length - 1].entry, text: f.get('text').trim() }).then(ok => { if (ok) clear(form) })) },
      field('f-text', say('web.flag.label', { n: open.length }), h('input', { id: 'f-text', name: 'text', maxlength: 60, required: true })), h('button', {}, say('web.send'))) : null)
}

// --- the room ------------------------------------------------------------------------------------------------

/** Who does what, at a glance: names where few have a role, a number where many do. */
function byRole(list) {
  return roles.concat('instructor').map(role => [role, list.filter(p => p.roles.includes(role))]).filter(([, who]) => who.length).map(([role, who]) =>
    h('tr', {}, h('th', { scope: 'row' }, say('seat.' + role + '.name')), h('td', {}, who.length > 4 ? who.length : who.map(p => p.name).join(', '))))
}
/** One role, or two where people are few: who coaches can keep the board too. */
function twoRoles(p) {
  const [first, second] = p.roles
  const give = (one, two) => act({ do: 'role', seat: p.seat, roles: two && two !== one ? [one, two] : [one] })
  const option = (role, is) => h('option', { value: role, selected: is }, say('seat.' + role + '.name'))
  return [h('select', { id: 'r-' + p.seat, 'aria-label': say('web.role-of', { name: p.name }), 'data-fixed': '', onchange: event => give(event.target.value, second) }, roles.map(role => option(role, first === role))),
    h('select', { id: 'r2-' + p.seat, 'aria-label': say('web.role.also', { name: p.name }), 'data-fixed': '', onchange: event => give(first, event.target.value) }, h('option', { value: '', selected: !second }, say('web.role.one')), roles.filter(role => role !== first).map(role => option(role, second === role)))]
}
function oneSeat(p) {
  const r = view.room
  return h('div', { class: 'person-row' + (p.here ? '' : ' gone') },
    h('span', { class: 'grow' }, p.name + (p.here ? '' : ' · ' + say('web.away')) + (p.voted ? ' ✓' : '')),
    p.roles.includes('instructor') ? h('b', {}, say('seat.instructor.name')) : twoRoles(p),
    r.teams > 1 && !p.roles.includes('instructor') ? h('select', { id: 'team-' + p.seat, 'aria-label': say('web.team.of', { name: p.name }), 'data-fixed': '', onchange: event => act({ do: 'role', seat: p.seat, team: Number(event.target.value) }) },
      Array.from({ length: r.teams }, (_, i) => h('option', { value: i, selected: p.team === i }, say('web.team.name', { n: i + 1 })))) : null,
    r.human && p.roles.includes('observer') ? button('a-' + p.seat, say('web.assistant'), () => act({ do: 'role', seat: p.seat, assistant: !p.assistant }), { 'aria-pressed': p.assistant ? 'true' : 'false', 'aria-label': say('web.assistant-of', { name: p.name }) }) : null,
    p.roles.includes('instructor') ? null : button('x-' + p.seat, '×', () => { if (confirm(say('web.remove.sure', { name: p.name }))) act({ do: 'remove', seat: p.seat }) }, { 'aria-label': say('web.remove', { name: p.name }) }))
}
function people() {
  const list = view.people || []
  return h('section', { class: 'card' }, h('h2', {}, say('web.people')),
    h('table', { class: 'table' }, h('tbody', {}, byRole(list))),
    h('details', { id: 'seats', open: ['lobby', 'brief'].includes(phase()) }, h('summary', {}, say('web.seats', { n: list.length })), list.map(oneSeat)),
    h('div', { class: 'row' }, button('random', say('web.assign.random'), () => act({ do: 'assign', how: 'random' })), button('rotate', say('web.assign.rotate'), () => act({ do: 'assign', how: 'rotate' }))),
    inPlay() ? tagForm(list) : null)
}
const handItems = ['name', 'hooks', 'triggers', 'promises', 'risk']
function tagForm(list) {
  const others = list.filter(p => !p.roles.includes('primary') && !p.roles.includes('instructor'))
  if (!others.length) return null
  return h('details', { id: 'tag' }, h('summary', {}, say('web.tag')), h('form', { class: 'stack', onsubmit: onSubmit(f => act({ do: 'tag', seat: Number(f.get('seat')), items: f.getAll('item') })) },
    field('tag-seat', say('web.tag.who'), h('select', { id: 'tag-seat', name: 'seat' }, others.map(p => h('option', { value: p.seat }, p.name)))),
    h('fieldset', { class: 'stack' }, h('legend', {}, say('web.tag.told')), handItems.map(item => h('label', { class: 'row' }, h('input', { type: 'checkbox', name: 'item', id: 'tag-' + item, value: item }), h('span', {}, say('handover.' + item))))),
    h('button', { id: 'tag-go' }, say('web.tag.go'))))
}
function board() {
  if (!view.board) return null
  return h('section', { class: 'card' }, h('h2', {}, say('seat.board.name')), view.board.length
    ? h('ul', { class: 'stack' }, view.board.map(b => h('li', {}, h('b', {}, say('board.' + b.kind) + ': '), b.text, h('span', { class: 'second' }, ' ' + clock(b.story_ms))))) : h('p', { class: 'second' }, say('web.board.empty')))
}
function observed() {
  const o = view.observed
  if (!o) return null
  const rows = Object.entries(o).filter(([key, value]) => key !== 'taps' && typeof value === 'number')
  return h('section', { class: 'card' }, h('h2', {}, say('web.observed')), rows.length ? h('table', { class: 'table' }, h('tbody', {}, rows.map(([key, value]) =>
    h('tr', {}, h('th', { scope: 'row' }, say('sheet.' + key).split(':')[0]), h('td', {}, (value / 1000).toFixed(1).replace('.', say('web.decimal'))))))) : h('p', { class: 'second' }, say('web.observed.none')))
}
function clockCard() {
  const c = view.clock
  if (!c) return null
  return h('section', { class: 'card' }, h('h2', {}, say('web.clock')), h('p', {}, segment(view), ' ', c.count ? say('web.clock.part', { n: c.index + 1, of: c.count }) : null),
    ['play', 'brief', 'pause', 'feedback', 'debrief'].includes(phase()) ? h('div', { class: 'row' }, [1, 5].map(n => button('more-' + n, say('web.clock.more', { n }), () => extend(n)))) : null)
}
async function extend(minutes) {
  const reason = await ask({ do: 'extend', minutes })
  if (reason === 'debrief-needs-it' && confirm(say('refused.debrief-needs-it'))) return act({ do: 'extend', minutes, anyway: true })
  return tell(reason ? say('refused.' + reason) : '')
}
function roomCard() {
  const r = view.room
  const toggle = (id, text, on, message) => button(id, text, () => act(message(!on)), { 'aria-pressed': on ? 'true' : 'false' })
  return h('section', { class: 'card' }, h('details', { id: 'room' }, h('summary', {}, say('web.room')), h('div', { class: 'row' },
    toggle('lock', say('web.lock'), !!r.locked, on => ({ do: 'lock', on })),
    r.mode === 'assessment' ? null : toggle('meter', say('web.meter'), !!r.meter, on => ({ do: 'meter', on })),
    toggle('flow', say('web.flow'), r.flow === 'stop-and-discuss', on => ({ do: 'flow', how: on ? 'stop-and-discuss' : 'run-through' }))),
  button('keys', say('web.keys'), () => { letters = !letters; show() }, { 'aria-pressed': letters ? 'true' : 'false' }),
  r.preset === 'class-vote' && !r.human ? field('reading', say('web.reading'), h('select', { id: 'reading', onchange: event => act({ do: 'reading', seconds: Number(event.target.value) }) }, [0, 5, 10, 15, 20, 30].map(n => h('option', { value: n, selected: (r.reading_seconds || 0) === n }, n ? say('web.reading.after', { n }) : say('web.reading.by-hand'))))) : null,
  field('votetime', say('web.votetime'), h('select', { id: 'votetime', onchange: event => act({ do: 'votetime', seconds: Number(event.target.value) }) }, [15, 20, 25, 30].map(n => h('option', { value: n, selected: (r.vote_seconds || 20) === n }, n))))))
}
/** Words for whoever leads for the first time: what can be said to the room at this moment. */
function scriptOf() {
  const v = view.vote
  if (phase() === 'play' && view.stopped) return 'stopped'
  if (phase() === 'play' && view.frozen) return view.frozen.why === 'discuss' ? 'discuss' : 'frozen'
  if (phase() === 'play' && view.room.human) return 'human'
  if (phase() === 'play' && view.scene && view.scene.back && !(v && v.state === 'open')) return 'back'
  if (phase() === 'play') return !v ? 'talk' : v.ended || v.state
  if (phase() === 'debrief' && view.room.page !== 'settle') return ''
  return phase() === 'closed' ? 'closed-room' : phase()
}
function script() {
  return !scriptOf() ? null : h('section', { class: 'card' }, h('details', { id: 'script', open: true }, h('summary', {}, say('web.script')), h('p', { class: 'said aloud' }, say('web.script.' + scriptOf()))))
}
function closed() {
  if (phase() !== 'closed') return null
  const kept = ['personal', 'class'].includes(view.room.rung)
  return h('section', { class: 'card' }, h('h2', {}, say('web.segment.closed')), h('p', {}, say('web.closed.boss')), h('p', {}, view.room.support), h('p', {}, say(kept ? 'web.closed.save' : 'web.kept.' + view.room.rung)))
}
function debrief() {
  if (phase() !== 'debrief' || !view.debrief) return null
  return h('section', { class: 'card' }, h('h2', {}, say('web.debrief')),
    h('div', { class: 'row' }, view.debrief.pages.map(page => button('page-' + page, say('web.page.' + page), () => showPage(page), { 'aria-pressed': view.room.page === page ? 'true' : 'false' }))),
    debriefForSeat(view),
    h('div', { class: 'row' }, button('again', say('web.again'), () => { if (confirm(say('web.again.sure'))) act({ do: 'again' }) }), button('finish', say('web.finish'), () => { if (confirm(say('web.finish.sure'))) act({ do: 'finish' }) })))
}
async function showPage(page) {
  const reason = await ask({ do: 'show', page })
  if (reason === 'rate-first' && confirm(say('refused.rate-first'))) return act({ do: 'show', page, anyway: true })
  return tell(reason ? say('refused.' + reason) : '')
}

function draw() {
  const over = phase() === 'closed'
  headline()
  const files = document.getElementById('files') // what may be kept of the session, when it is over
  if (files) files.hidden = !['debrief', 'closed'].includes(phase())
  put(left, 'picture', picture())
  put(left, 'meters', meters())
  put(left, 'scene', scene())
  put(left, 'teams', teams())
  put(left, 'past', over ? null : past())
  put(middle, 'trouble', trouble ? h('div', { class: 'banner', role: 'alert' }, say('web.trouble')) : null)
  put(middle, 'stopped', view.stopped ? h('div', { class: 'banner', role: 'alert' }, say('web.stopped.long')) : null)
  put(middle, 'frozen', frozen(view))
  put(middle, 'back', inPlay() ? wentBack(view) : null)
  put(middle, 'script', script())
  put(middle, 'closed', closed())
  put(middle, 'setup', phase() === 'lobby' || phase() === 'brief' ? h('section', { class: 'card' }, h('h2', {}, say('web.setup')), h('p', {}, say('web.setup.' + phase())), view.scene && view.scene.briefing ? paragraphs(view.scene.briefing) : null, care(view)) : null)
  put(middle, 'heard', view.room.human && inPlay() ? heardCard() : null)
  put(middle, 'vote', tally())
  put(middle, 'deck', deck())
  put(middle, 'marks', marks())
  put(middle, 'debrief', debrief())
  put(right, 'people', over ? null : people())
  put(right, 'board', over ? null : board())
  put(right, 'observed', over ? null : observed())
  put(right, 'clock', clockCard())
  put(right, 'room', over ? null : roomCard())
  announce(news(view))
}

begin(draw, '', '/console')
