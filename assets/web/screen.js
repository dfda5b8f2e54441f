// screen.js - the projected page: the scene, the count of a vote, the lobby; readable from eight metres.
'use strict'

const main = document.getElementById('main')
const back = document.getElementById('back')
parts(main, ['lobby', 'frozen', 'scene', 'wall', 'votes', 'debrief', 'foot'])

const playing = () => ['play', 'pause', 'feedback'].includes(view.room.phase)
const talking = () => ['play', 'pause'].includes(view.room.phase)

function lobby() {
  if (view.room.phase !== 'lobby') return null
  return h('section', { class: 'lobby' }, h('img', { class: 'qr', src: '/join.svg', alt: say('web.qr') }), h('div', {},
    h('h1', {}, say('web.join.title')), h('p', {}, document.body.dataset.address), h('p', {}, say('web.code') + ' ', h('span', { class: 'code' }, view.room.code)),
    h('p', { class: 'second' }, say('web.same-network')), h('p', {}, say('web.here', { n: view.room.joined }))))
}
function mood(s) { return s.state || 'calm' }
function scene() {
  const s = view.scene
  if (!s) return null
  if (view.room.phase === 'brief') return h('section', { class: 'sheet stack fit' }, h('h1', {}, view.room.title), h('p', { class: 'second' }, view.room.setting), paragraphs(s.briefing))
  if (!talking()) return null
  if (view.vote && view.vote.state === 'revealed') return h('section', { class: 'words' }, pieces((s.line || s.answer || []).filter(p => p.said).slice(-1))) // room for the result
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
function votes() {
  if (!talking() || !view.vote || view.vote.state !== 'revealed') return null
  return h('section', { class: 'votes stack fit' }, results(view), minority(view))
}
function foot() {
  const v = view.vote
  const time = segment(view)
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
  for (let size = most; size >= least; size -= 0.2) {
    box.style.fontSize = size.toFixed(1) + 'vh'
    if (!overflows(box)) return
  }
}
/** What the person says stays, and stays large; what stood around it gives way, the oldest first. */
function giveWay(box) {
  const around = [...box.children].filter(child => child.classList.contains('seen') || child.classList.contains('said'))
  for (const child of around) child.hidden = false
  while (overflows(box) && around.length) around.shift().hidden = true
}
function fitAll() {
  for (const box of main.querySelectorAll('.drop')) giveWay(box)
  for (const box of main.querySelectorAll('.fit')) enlarge(box, 5, 1.6)
}
window.addEventListener('resize', fitAll)
if (document.fonts) document.fonts.addEventListener('loadingdone', fitAll)

function draw() {
  backdrop()
  put(main, 'lobby', lobby())
  put(main, 'frozen', frozen(view))
  put(main, 'scene', scene())
  put(main, 'wall', wall())
  put(main, 'votes', votes())
  put(main, 'debrief', debriefForSeat(view))
  put(main, 'foot', foot())
  fitAll()
}

begin(draw, location.search + (location.search ? '&' : '?') + 'as=screen', '/')
