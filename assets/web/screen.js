// screen.js - the projected page: the scene, the count of a vote, the lobby; readable from eight metres.
'use strict'

const main = document.getElementById('main')
const back = document.getElementById('back')
parts(main, ['lobby', 'closed', 'frozen', 'back', 'meter', 'scene', 'lines', 'wall', 'votes', 'debrief', 'foot'])

const playing = () => ['play', 'pause', 'feedback'].includes(view.room.phase)
const talking = () => ['play', 'pause'].includes(view.room.phase)

function lobby() {
  if (view.room.phase !== 'lobby') return null
  return h('section', { class: 'lobby' }, h('img', { class: 'qr', src: '/join.svg', alt: say('web.qr') }), h('div', {},
    h('h1', {}, say('web.join.title')), h('p', {}, document.body.dataset.address), h('p', {}, say('web.code') + ' ', h('span', { class: 'code' }, view.room.code)),
    h('p', { class: 'second' }, say('web.same-network')), h('p', {}, say('web.here', { n: view.room.joined }))), care(view))
}
function closed() {
  return view.room.phase === 'closed' ? h('section', { class: 'sheet stack fit' }, h('h1', {}, say('web.segment.closed')), farewell(view)) : null
}
function mood(s) { return s.state || 'calm' }
function scene() {
  const s = view.scene
  if (!s) return null
  if (view.room.phase === 'brief') return h('section', { class: 'sheet stack fit brief' }, h('h1', {}, view.room.title + ' · ' + view.room.setting), paragraphs(s.briefing), care(view))
  if (!talking()) return null
  if (view.vote && ['open', 'revealed'].includes(view.vote.state)) return h('section', { class: 'words last' }, pieces((s.line || s.answer || s.opening || []).filter(p => p.said).slice(-1))) // room for the lines
  if (view.room.human) return h('section', { class: 'words stack drop' }, h('h1', {}, view.room.title), h('p', { class: 'second' }, view.room.setting), scenePieces(s, true), h('p', {}, say('web.human.wall')))
  return h('section', { class: 'words stack drop' }, scenePieces(s, true))
}
/** Several teams: of each what anybody sees who walks past. */
function wall() {
  if (!view.wall || !playing()) return null
  return h('section', { class: 'wall of-' + Math.min(10, view.wall.length) }, view.wall.map(t => h('figure', { class: 'team' + (t.frozen || t.over ? ' still' : '') },
    t.state ? h('div', { class: 'who' }, h('img', { src: '/person/' + t.state + '.png', alt: bare(t.cue) })) : null,
    h('figcaption', {}, h('b', {}, say('web.team.name', { n: t.team + 1 })), h('span', {}, ' ' + (t.over ? say('web.wall.over') : t.frozen ? say('web.wall.paused') : say('web.wall.exchanges', { n: t.exchange }))),
      t.agitation !== undefined ? h('span', {}, ' · ' + say('figure.agitation') + ' ' + percent(t.agitation)) : null))))
}
/** What is voted on stands on the wall as long as the vote is open. */
function lines() {
  const v = view.vote
  if (!talking() || !v || v.state !== 'open' || !v.texts) return null
  return h('ol', { class: 'lines fit' }, Object.values(v.texts).map(text => h('li', {}, text)))
}
function votes() {
  if (!talking() || !view.vote || view.vote.state !== 'revealed') return null
  return h('section', { class: 'votes stack fit' }, undecided(view, 'room'), results(view), minority(view))
}
function meter() {
  const m = view.meters
  if (!talking() || !m) return null
  return h('div', { class: 'gauge' }, h('div', { class: 'count' }, h('span', {}, say('figure.agitation')), h('b', {}, percent(m.agitation))), h('progress', { max: 1000, value: m.agitation, 'aria-label': say('figure.agitation') }))
}
function foot() {
  const v = view.vote
  const time = segment(view)
  if (view.room.phase === 'closed') return null
  if (talking() && view.frozen) return h('p', { class: 'foot-line' }, h('span', {}, v && v.state === 'open' ? say('web.vote.paused') : frozenText(view)))
  if (talking() && v && v.state === 'reading') return h('p', { class: 'foot-line' }, v.ends !== undefined ? h('span', {}, say('web.vote.opens') + ' ', until(v.ends)) : h('span', {}, say('web.vote.reading')))
  if (talking() && v && v.state === 'closed') return h('p', { class: 'foot-line' }, h('span', {}, v.ended ? [h('b', { class: 'n' }, say('web.vote.' + v.ended)), ' ' + say('web.vote.' + v.ended + '.room')] : say('web.vote.closed')))
  if (talking() && v && v.state === 'open') return h('p', { class: 'foot-line' }, h('span', {}, say('web.vote.phone')), h('span', {}, h('b', { class: 'n' }, v.in || 0), ' ', say('web.vote.of', { of: v.of || 0 }), '  ', v.ends !== undefined ? until(v.ends) : null))
  if (view.room.phase === 'lobby') return null
  return h('p', { class: 'foot-line second' }, h('span', {}, say('web.code') + ' ' + view.room.code), time)
}
let shown = ''
function backdrop() {
  const person = talking() && view.scene && view.scene.state
  document.body.classList.toggle('whole', !person)
  const src = person ? '/person/' + mood(view.scene) + '.png' : ''
  if (src !== shown) {
    if (src) back.src = src
    else back.removeAttribute('src')
    shown = src
  }
  back.alt = person && view.scene.cue ? bare(view.scene.cue) : ''
}

// --- whatever is shown, it fits, as large as it may be ------------------------------------------------------

const overflows = box => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1
/** As large as fits, in hundredths of the height of the wall. */
function enlarge(box, most, least) {
  for (let size = most; size >= least - 0.001; size -= 0.1) {
    box.style.fontSize = size.toFixed(1) + 'vh'
    if (!overflows(box)) return
  }
}
/** From eight metres nothing is read that is smaller than this. */
const LEAST = 3.9
function fit(box) {
  const spare = [...box.querySelectorAll('.spare')]
  for (const piece of spare) piece.hidden = false
  enlarge(box, 5, LEAST)
  while (overflows(box) && spare.length) {
    spare.pop().hidden = true
    enlarge(box, 5, LEAST)
  }
  if (overflows(box)) enlarge(box, LEAST, 1.6)
}
/** What the person says stays, and stays large; what stood around it gives way, the oldest first. */
function giveWay(box) {
  const around = [...box.children].filter(child => child.classList.contains('seen') || child.classList.contains('said'))
  box.style.fontSize = ''
  for (const child of around) child.hidden = false
  while (overflows(box) && around.length) around.shift().hidden = true
  if (overflows(box)) enlarge(box, 5.4, 4)
}
function fitAll() {
  for (const box of main.querySelectorAll('.drop')) giveWay(box)
  for (const box of main.querySelectorAll('.fit')) fit(box)
}
window.addEventListener('resize', fitAll)
if (document.fonts) document.fonts.addEventListener('loadingdone', fitAll)

function draw() {
  backdrop()
  put(main, 'lobby', lobby())
  put(main, 'frozen', frozen(view))
  put(main, 'closed', closed())
  put(main, 'back', talking() ? wentBack(view) : null)
  put(main, 'meter', meter())
  put(main, 'scene', scene())
  put(main, 'lines', lines())
  put(main, 'wall', wall())
  put(main, 'votes', votes())
  put(main, 'debrief', debriefForSeat(view))
  put(main, 'foot', foot())
  fitAll()
}

begin(draw, location.search + (location.search ? '&' : '?') + 'as=screen', '/screen?no=room-over')
