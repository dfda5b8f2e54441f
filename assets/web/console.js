// console.js - the instructor's page: everything within one tap; what nobody else sees says so.
'use strict'

const left = document.getElementById('left')
const middle = document.getElementById('middle')
const right = document.getElementById('right')
const head = document.getElementById('head')
parts(left, ['picture', 'meters', 'scene', 'teams', 'past'])
parts(middle, ['trouble', 'stopped', 'frozen', 'setup', 'heard', 'vote', 'deck', 'marks', 'debrief'])
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
  if (!s || phase() === 'lobby') return null
  return h('figure', {}, h('img', { class: 'person', src: '/person/' + mood(s) + '.png', width: 960, height: 540, alt: bare(s.cue) || s.name }))
}
function mood(s) {
  return s.state || 'calm'
}
let last = null
let direction = ''
function meters() {
  const m = view.meters
  if (!m) return null
  if (last !== null && last !== m.agitation) direction = m.agitation < last ? 'falling' : 'rising'
  last = m.agitation
  const row = (name, value) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, value))
  return h('section', { class: 'card' }, h('h2', {}, say('web.only-you', { name: view.scene ? view.scene.name : '' })),
    h('table', { class: 'table' }, h('tbody', {},
      row(say('figure.agitation'), percent(m.agitation) + (direction ? ', ' + say('web.' + direction) : '')),
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

function tally() {
  if (!inPlay() || !view.lines || view.room.human) return null
  const v = view.vote
  const counts = (v && v.counts) || {}
  const most = Math.max(1, (v && v.in) || 0)
  const who = primaryName()
  return h('section', { class: 'card' },
    h('h2', {}, who ? say('web.vote.who', { name: who }) : say('web.vote.title')),
    h('p', { class: 'second' }, v ? [say('web.vote.in', { in: v.in || 0, of: v.of || 0 }), v.state === 'open' && v.ends ? [' · ', until(v.ends)] : null] : say('web.vote.no')),
    h('ul', { class: 'stack' }, view.lines.map(line => h('li', { class: 'stack' },
      h('div', { class: 'count' }, h('span', {}, line.text, line.act ? h('span', { class: 'second' }, ' ' + say('act.' + line.act + '.short')) : null), h('b', {}, counts[line.id] || 0)),
      h('div', { class: 'row' }, !v ? h('span', { class: 'grow' }) : h('progress', { class: 'grow', max: most, value: counts[line.id] || 0, 'aria-label': say('web.vote.count', { n: counts[line.id] || 0 }) }),
        button('o-' + line.id, say('web.override'), () => act({ do: 'override', choice: line.id }), { 'aria-label': say('web.override') + ': ' + line.text }))))),
    (view.overrides || []).length ? h('details', { id: 'overrides' }, h('summary', {}, say('web.override.more')), h('ul', { class: 'stack' }, view.overrides.map(o => h('li', {}, button('oo-' + o.id, o.text, () => act({ do: 'override', choice: o.id }), { class: 'line' }))))) : null,
    minority(view),
    h('div', { class: 'row' },
      !v || v.state !== 'open' ? button('open', say('web.vote.open'), () => act({ do: 'open' }), { class: v ? null : 'main' }) : null,
      v && v.state === 'open' ? button('close', say('web.vote.close'), () => act({ do: 'close' })) : null,
      v && v.state !== 'revealed' ? button('reveal', say('web.vote.reveal'), () => act({ do: 'reveal' })) : null,
      v ? button('play', say('web.vote.play'), playGroup, { class: 'main' }) : null,
      v && who ? button('decide', say('web.vote.decide', { name: who }), () => act({ do: 'decide' })) : null,
      v ? button('discuss', say('web.vote.discuss'), () => act({ do: 'discuss' })) : null))
}
async function playGroup() {
  const reason = await ask({ do: 'play' })
  if (reason !== 'tie') return tell(reason ? say('refused.' + reason) : '')
  const counts = view.vote.counts || {}
  const lead = Math.max(...Object.values(counts))
  const texts = linesById(view)
  for (const id of Object.keys(counts).filter(key => counts[key] === lead))
    if (confirm(say('web.tie') + '\n\n' + texts.get(id))) return act({ do: 'play', choice: id })
  return undefined
}
function deck() {
  if (!inPlay()) return null
  const effects = ['none', 'disturbs', 'shames', 'crowds', 'calms', 'hope']
  return h('section', { class: 'card' }, h('h2', {}, say('web.inject')),
    h('div', { class: 'row' }, (view.deck || []).map(c => button('i-' + c.id, plain(c.text) + (c.suggested ? ' ★' : ''), () => act({ do: 'inject', card: c.id })))),
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
function oneSeat(p) {
  const r = view.room
  return h('div', { class: 'person-row' + (p.here ? '' : ' gone') },
    h('span', { class: 'grow' }, p.name + (p.here ? '' : ' · ' + say('web.away')) + (p.voted ? ' ✓' : '')),
    p.roles.includes('instructor') ? h('b', {}, say('seat.instructor.name')) : h('select', { id: 'r-' + p.seat, 'aria-label': say('web.role-of', { name: p.name }), 'data-fixed': '', onchange: event => act({ do: 'role', seat: p.seat, roles: [event.target.value] }) },
      roles.map(role => h('option', { value: role, selected: p.roles[0] === role }, say('seat.' + role + '.name')))),
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
  field('votetime', say('web.votetime'), h('select', { id: 'votetime', onchange: event => act({ do: 'votetime', seconds: Number(event.target.value) }) }, [15, 20, 25, 30].map(n => h('option', { value: n, selected: (r.vote_seconds || 20) === n }, n)))),
  h('p', { class: 'second' }, say('web.hash', { hash: (view.hash || '').slice(0, 8) }))))
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
  headline()
  const files = document.getElementById('files') // what may be kept of the session, when it is over
  if (files) files.hidden = !['debrief', 'closed'].includes(phase())
  put(left, 'picture', picture())
  put(left, 'meters', meters())
  put(left, 'scene', scene())
  put(left, 'teams', teams())
  put(left, 'past', past())
  put(middle, 'trouble', trouble ? h('div', { class: 'banner', role: 'alert' }, say('web.trouble')) : null)
  put(middle, 'stopped', view.stopped ? h('div', { class: 'banner', role: 'alert' }, say('web.stopped.long')) : null)
  put(middle, 'frozen', frozen(view))
  put(middle, 'setup', phase() === 'lobby' || phase() === 'brief' ? h('section', { class: 'card' }, h('h2', {}, say('web.setup')), h('p', {}, say('web.setup.' + phase())), view.scene && view.scene.briefing ? paragraphs(view.scene.briefing) : null) : null)
  put(middle, 'heard', view.room.human && inPlay() ? heardCard() : null)
  put(middle, 'vote', tally())
  put(middle, 'deck', deck())
  put(middle, 'marks', marks())
  put(middle, 'debrief', debrief())
  put(right, 'people', people())
  put(right, 'board', board())
  put(right, 'observed', observed())
  put(right, 'clock', clockCard())
  put(right, 'room', roomCard())
  announce(news(view))
}

begin(draw, '', '/console')
